package org.gongshi.survey.round;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.OpenDoor;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.clue.ClueKey;
import org.gongshi.survey.intake.Gate;
import org.gongshi.survey.intake.Intake;
import org.gongshi.survey.intake.IntakeFigures;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.SchoolRoll;
import org.gongshi.survey.results.LiveTally;
import org.gongshi.survey.store.ClosedStore;
import org.gongshi.survey.store.Closing;
import org.gongshi.survey.store.CodeBatch;
import org.gongshi.survey.store.CountKey;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.IssuedCodes;

/**
 * One survey on its data folder, held by this process alone until {@link #close}. Thread-safe: what changes the round is
 * done one after the other, what touches the store goes through the writer.
 */
public final class SurveyRound implements Operations, SurveyStatus {
    private final SurveyFiles files;
    private final SurveyContent content;
    private final Clock clock;
    private final SecureRandom random;
    private final RoundHold hold;
    private final ShownForms forms;
    private final RoundClues clues;
    private final ClosedCounts counted = new ClosedCounts();
    private volatile Optional<LiveSurvey> live = Optional.empty();

    /**
     * Takes the data folder, which may be new, and finishes a close that was interrupted.
     *
     * @param round which round the folder is for; empty takes the one it is for already
     * @throws RoundFault when the folder belongs to another round
     * @throws org.gongshi.survey.access.SecretFault when its secrets are missing
     * @throws org.gongshi.survey.store.StoreFault when somebody else holds it or its files are damaged
     */
    public SurveyRound(
            SurveyFiles files, Optional<RoundKey> round, SurveyContent content, Clock clock, SecureRandom random) {
        this.files = Objects.requireNonNull(files, "files");
        this.content = Objects.requireNonNull(content, "content");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
        this.hold = new RoundHold(files, round, content, random);
        this.forms = new ShownForms(content, clock);
        this.clues = new RoundClues(files.folder(), hold::rowKey, random);
        try {
            start();
        } catch (RuntimeException fault) {
            hold.close();
            throw fault;
        }
    }

    /**
     * The forms for the pages, from now on. Once the survey is open they must still be what was locked.
     *
     * @throws RoundFault when plan or questionnaires have changed since the opening, or cannot be read
     */
    public synchronized LockedForms showForms() {
        LockedForms found = forms.show(hold.record());
        forms.locked().ifPresent(open -> live.ifPresent(survey -> survey.count(open)));
        return found;
    }

    /** Whether the pages were made from these forms; else they must be made anew before the survey opens. */
    public boolean shows(LockedForms found) {
        return forms.areThese(found);
    }

    /** The way in; it tells when the survey is not open. */
    public Intake intake() {
        return submission -> live.filter(survey -> !hold.record().state().isOver())
                .map(survey -> survey.writer().submit(submission))
                .orElseGet(() -> CompletableFuture.completedFuture(new Reply.NotOpen(true)));
    }

    /** What stands at the open link instead of a code; empty after the close. */
    public Optional<OpenDoor> openDoor() {
        return live.map(LiveSurvey::openDoor);
    }

    /** The computer room that a teacher's code opens; empty for any other code, and after the close. */
    public Optional<Room> room(AccessCode teacher) {
        return live.flatMap(survey -> survey.room(teacher));
    }

    public RoundKey round() {
        return hold.record().round();
    }

    /** What is on file about the survey, without asking the store. */
    public RoundRecord record() {
        return hold.record();
    }

    @Override
    public RoundState state() {
        RoundRecord now = hold.record();
        boolean past = now.state() == RoundState.OPEN
                && now.lock()
                        .filter(forms ->
                                !clock.instant().isBefore(forms.closes().toInstant()))
                        .isPresent();
        return past ? RoundState.CLOSED : now.state();
    }

    @Override
    public Optional<LockedForms> forms() {
        return forms.locked();
    }

    @Override
    public Map<CountKey, Long> counts() {
        return live.map(LiveSurvey::counts).orElseGet(() -> hold.isGone() ? Map.of() : hold.read(ClosedStore::counts));
    }

    /**
     * The counting cells of the closed survey: those that followed its answers, or else counted once from the rows.
     *
     * @param fresh nothing counted yet, by the forms of the survey
     * @throws org.gongshi.survey.store.StoreFault when rows are damaged or missing
     */
    public LiveTally tally(LiveTally fresh) {
        return counted.of(fresh, () -> ClosedStore.open(files.folder(), hold.rowKey()));
    }

    /** Whether all that was stored at the start has been counted; also when nothing is to be counted. */
    public boolean isCounted() {
        return live.map(survey -> survey.cells().isPresent()).orElse(true);
    }

    @Override
    public int waiting() {
        return live.map(survey -> survey.writer().waiting()).orElse(0);
    }

    /** What the intake has done since this process began. */
    public IntakeFigures figures() {
        return live.map(survey -> survey.writer().figures()).orElse(IntakeFigures.NONE);
    }

    @Override
    public boolean isWell() {
        return live.map(survey -> survey.writer().isWell()).orElse(true);
    }

    @Override
    public Optional<List<String>> receipts(String firstTwoHex) {
        return live.isPresent() || hold.isGone()
                ? Optional.empty()
                : Optional.of(hold.read(store -> store.receipts(firstTwoHex)));
    }

    @Override
    public synchronized StatusReport report() {
        List<IssuedCodes> issued = live.map(LiveSurvey::issued)
                .orElseGet(() -> hold.isGone() ? List.of() : hold.read(ClosedStore::issued));
        return new StatusReport(
                hold.record(),
                state(),
                issued,
                counts(),
                live.map(LiveSurvey::doubted).orElse(Map.of()),
                live.map(LiveSurvey::beyond).orElse(List.of()));
    }

    @Override
    public MintedBatch mint(MintOrder order) {
        return mint(List.of(order)).get(0);
    }

    /** Prints the codes of many schools in one step: all printings are on file afterwards, or none is. */
    public synchronized List<MintedBatch> mint(List<MintOrder> orders) {
        LockedForms known =
                forms.locked().orElseGet(() -> content.forms(hold.record().round()));
        LiveSurvey survey = requireLive("调查已结束，不能再生成访问码");
        List<BaseWeight> weights = content.baseWeights(hold.record().round());
        List<List<String>> notes = orders.stream()
                .map(order -> MintRules.check(order, known, weights))
                .toList();
        List<MintedBatch> minted = survey.mint(orders, notes);
        List<SchoolRoll> rolls = survey.rolls(orders, minted);
        if (!rolls.isEmpty()) {
            hold.remember(hold.record().with(rolls));
            survey.watch(hold.record().rolls());
        }
        return minted;
    }

    /** The printings of codes, by number; none after the close, when only counts are kept. */
    public synchronized List<CodeBatch> batches() {
        return live.map(LiveSurvey::batches).orElse(List.of());
    }

    @Override
    public synchronized int voidBatch(int number) {
        return requireLive("调查已结束，不能再作废访问码").voidBatch(number);
    }

    @Override
    public PaperOutcome keyIn(PaperSheet sheet) {
        LockedForms known = forms.locked()
                .filter(open -> state() == RoundState.OPEN)
                .orElseThrow(() -> new RoundFault("调查" + state().label() + "，不能录入纸质答卷"));
        return requireLive("调查已结束").paper().keyIn(sheet, known);
    }

    @Override
    public boolean discardKeying(String code) {
        return requireLive("调查已结束").paper().discard(code);
    }

    @Override
    public int keyingsWaiting() {
        return live.map(survey -> survey.paper().waiting()).orElse(0);
    }

    @Override
    public synchronized void open() {
        if (hold.record().state() != RoundState.PREPARED) {
            throw new RoundFault("调查" + hold.record().state().label() + "，不能再次开启");
        }
        LockedForms found = forms.toOpen(hold.record());
        hold.remember(hold.record().open(FormsLock.of(found), today(FormsLock.of(found))));
        forms.lock(found);
        live.ifPresent(survey -> survey.count(found));
    }

    @Override
    public synchronized void closeSurvey() {
        int damages = requireOpen().check().size();
        if (damages > 0) {
            throw new RoundFault("数据有 " + damages + " 处损坏，没有结束：结束会销毁访问码密钥，此后只能用备份重来。"
                    + "先运行 survey doctor 看是哪些行，停止服务，把最近的备份恢复到另一个目录；没有备份可用的，survey close --despite-damage");
        }
        closeDespiteDamage();
    }

    @Override
    public synchronized void closeDespiteDamage() {
        LiveSurvey survey = requireOpen();
        FormsLock locked = hold.record().lock().orElseThrow();
        // Once the pepper is gone nobody could join a school of the record to its answers.
        List<SchoolWeight> weights =
                survey.weights(content.baseWeights(hold.record().round()));
        survey.prepareClose(() -> hold.remember(hold.record().closed(today(locked), weights)));
        counted.keep(survey.cells());
        destroy();
        live = Optional.empty();
    }

    @Override
    public synchronized void deviate(Deviation deviation) {
        RoundRecord now = hold.record();
        if (now.state() != RoundState.CLOSED || !now.destroyed()) {
            throw new RoundFault("调查" + now.state().label() + "；偏离方案只能在调查结束之后、结果发布之前登记");
        }
        if (now.aftermath().deviations().stream().anyMatch(deviation::isOfSameStratum)) {
            throw new RoundFault("该层的偏离已经登记，不能再改");
        }
        Deviation recorded = deviation.decided(
                now.notBeforeClose(today(now.lock().orElseThrow())),
                now.aftermath().seen().isPresent());
        hold.remember(now.with(now.aftermath().with(recorded)));
    }

    @Override
    public synchronized void markSeen() {
        RoundRecord now = hold.record();
        if (now.state() == RoundState.CLOSED && now.aftermath().seen().isEmpty()) {
            hold.remember(now.with(
                    now.aftermath().seen(now.notBeforeClose(today(now.lock().orElseThrow())))));
        }
    }

    @Override
    public synchronized void markReleased() {
        if (hold.record().state() != RoundState.CLOSED) {
            throw new RoundFault("调查" + hold.record().state().label() + "，不能标记为已发布");
        }
        hold.remember(hold.record().released());
    }

    /** Whether the raw rows were destroyed when they had been kept long enough: what is released stays, and nothing else. */
    public boolean isGone() {
        return hold.isGone();
    }

    /**
     * Lets go of the raw rows, has them destroyed, and goes on without them.
     *
     * @param destruction destroys them under the lock that this process holds, and gives the proof
     * @throws RoundFault when the survey is not released
     */
    public synchronized byte[] surrender(Supplier<byte[]> destruction) {
        if (hold.record().state() != RoundState.RELEASED || hold.isGone()) {
            throw hold.isGone() ? RoundHold.gone(files.folder()) : new RoundFault("结果发布之后才能销毁原始答卷");
        }
        clues.close();
        byte[] proof = destruction.get();
        hold.forget();
        return proof;
    }

    @Override
    public synchronized void snapshot(Path into) {
        if (live.isPresent()) {
            live.get().snapshot(into);
        } else {
            ClosedStore.snapshot(files.folder(), into);
        }
        clues.snapshot(into);
        hold.copyRecord(new DataFolder(into).round());
    }

    @Override
    public synchronized List<Damage> check() {
        List<Damage> damages =
                new ArrayList<>(live.map(LiveSurvey::check).orElseGet(() -> hold.read(ClosedStore::check)));
        damages.addAll(clues.check());
        return damages;
    }

    /** Opens the box of clues for the office that has the private key; before, during and after the survey. */
    public synchronized ClueBox clues(ClueKey office) {
        return clues.open(office);
    }

    /** The box of clues as it was opened last; empty when the office has given no key yet. */
    public Optional<ClueBox> clueBox() {
        return clues.box();
    }

    @Override
    public synchronized int exportClues(Path file) {
        return clues.export(file);
    }

    @Override
    public synchronized void close() {
        live.ifPresent(LiveSurvey::close);
        clues.close();
        hold.close();
    }

    private void start() {
        if (hold.isGone()) {
            return;
        }
        if (!hold.record().state().isOver()) {
            var survey = new LiveSurvey(files, hold.rowKey(), hold.record().pepper(), random, this::gate);
            if (hold.record().pepper().isEmpty()) {
                hold.remember(hold.record().madeWith(survey.mark()));
            }
            survey.watch(hold.record().rolls());
            live = Optional.of(survey);
            return;
        }
        if (!hold.record().destroyed()) {
            resumeClose();
        }
        ClosedStore.refuseLater(files.folder());
    }

    /** A crash may have come between the decision to close and the last step. */
    private void resumeClose() {
        boolean copied = new Closing(files.folder(), hold.rowKey()).isPrepared() || ClosedStore.isThere(files.folder());
        if (!copied) {
            new LiveSurvey(files, hold.rowKey(), hold.record().pepper(), random, this::gate).prepareClose(() -> {});
        }
        destroy();
    }

    private void destroy() {
        new Closing(files.folder(), hold.rowKey()).swap();
        Pepper.destroy(files.pepper());
        hold.remember(hold.record().withDestroyed());
    }

    private Gate gate() {
        return switch (state()) {
            case PREPARED -> new Gate.Shut(false);
            case OPEN -> forms.locked().<Gate>map(Gate.Open::new).orElseGet(() -> new Gate.Shut(false));
            case CLOSED, RELEASED -> new Gate.Shut(true);
        };
    }

    private LiveSurvey requireOpen() {
        if (hold.record().state() != RoundState.OPEN) {
            throw new RoundFault("调查" + hold.record().state().label() + "，不能结束");
        }
        return requireLive("调查已结束");
    }

    private LiveSurvey requireLive(String otherwise) {
        return live.orElseThrow(() -> new RoundFault(otherwise));
    }

    /** The day where the survey takes place, not where the server stands. */
    private LocalDate today(FormsLock locked) {
        return LocalDate.ofInstant(clock.instant(), locked.closes().getOffset());
    }
}
