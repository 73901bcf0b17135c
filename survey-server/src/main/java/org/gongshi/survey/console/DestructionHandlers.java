package org.gongshi.survey.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.access.DocumentSignature;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.upkeep.Destruction;
import org.gongshi.templates.office.DestructionPage;

/**
 * Destroying the raw rows of a released survey when they have been kept long enough (到期销毁): proposed by one person, done by another,
 * with a proof that stays.
 */
final class DestructionHandlers {
    private static final String NOTE = "destruction.proposal";
    private static final int LEAST_DAYS = 30;
    private static final int USUAL_DAYS = 365;

    private final House house;
    private final Frames frames;
    private final BackupDesk backups;
    private final Path siteKey;

    DestructionHandlers(House house, Frames frames, BackupDesk backups, Path siteKey) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.backups = Objects.requireNonNull(backups, "backups");
        this.siteKey = Objects.requireNonNull(siteKey, "siteKey");
    }

    /**
     * What one person proposed.
     *
     * @param days for which raw rows are kept after the close
     * @param clues whether the box of clues goes, too
     */
    private record Proposal(int days, boolean clues, String account, String person, OffsetDateTime moment) {
        private String write() {
            return String.join(
                    "\n", Integer.toString(days), Boolean.toString(clues), account, person, moment.toString());
        }

        private static Proposal read(String note) {
            String[] lines = note.split("\n");
            return new Proposal(
                    Integer.parseInt(lines[0]),
                    Boolean.parseBoolean(lines[1]),
                    lines[2],
                    lines[3],
                    OffsetDateTime.parse(lines[4]));
        }

        private boolean isOf(Visit visit) {
            return account.equals(visit.person().name())
                    || person.equals(visit.person().person());
        }
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/destruction", Action.SEE_ROUND, this::show),
                Route.get("/office/destruction/proof", Action.SEE_ROUND, this::proof),
                Route.get("/office/destruction/signature", Action.SEE_ROUND, this::signature),
                Route.post("/office/destruction/propose", Action.PROPOSE_DESTRUCTION, this::propose),
                Route.post("/office/destruction/withdraw", Action.PROPOSE_DESTRUCTION, this::withdraw),
                Route.post("/office/destruction/confirm", Action.CONFIRM_DESTRUCTION, this::confirm));
    }

    private Answer show(Visit visit) {
        RoundRecord record = house.round().record();
        Optional<Proposal> proposal = waiting();
        boolean own = proposal.filter(one -> one.isOf(visit)).isPresent();
        boolean gone = house.round().isGone();
        boolean released = record.state() == RoundState.RELEASED && !gone;
        return Answer.page(new DestructionPage(
                frames.frame(visit, "destruction"),
                gone ? "gone" : released ? "released" : "early",
                record.closed().map(day -> day.plusDays(USUAL_DAYS).toString()).orElse(""),
                USUAL_DAYS,
                LEAST_DAYS,
                Files.exists(house.files().folder().clues()),
                Files.exists(backups.file()),
                proposal.map(one -> new DestructionPage.Proposal(
                        one.person(), House.moment(one.moment()), one.days(), one.clues(), own)),
                released && proposal.isEmpty() && visit.may(Action.PROPOSE_DESTRUCTION),
                released && proposal.isPresent() && !own && visit.may(Action.CONFIRM_DESTRUCTION),
                proposal.isPresent() && visit.may(Action.PROPOSE_DESTRUCTION),
                gone ? Optional.of(digest(house.files().folder().destruction())) : Optional.empty(),
                gone && Files.exists(signatureFile())));
    }

    private Answer propose(Visit visit) {
        requireSure(visit);
        int days = Optional.of(visit.text("days").strip())
                .filter(text -> text.matches("[1-9][0-9]{0,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= LEAST_DAYS)
                .orElseThrow(() -> new RoundFault(frames.words().say("destruction.days.wrong", LEAST_DAYS)));
        var proposal = new Proposal(
                days,
                visit.text("clues").equals("yes"),
                visit.person().name(),
                visit.person().person(),
                house.clock().instant().atOffset(House.ZONE).withNano(0));
        requireReleased();
        new Destruction(house.files()).require(order(proposal, "（待复核）"));
        if (!house.office().note(noteName(), Optional.empty(), Optional.of(proposal.write()))) {
            throw new RoundFault(frames.words().say("destruction.twice"));
        }
        frames.flash(visit, "destruction.proposed");
        return Answer.go("/office/destruction")
                .about("提请销毁原始答卷，保存 " + days + " 天" + (proposal.clues() ? "，连同线索箱" : ""));
    }

    private Answer withdraw(Visit visit) {
        Proposal proposal =
                waiting().orElseThrow(() -> new RoundFault(frames.words().say("destruction.none")));
        remove(proposal);
        frames.flash(visit, "destruction.withdrawn");
        return Answer.go("/office/destruction").about("撤回销毁的提请");
    }

    /** What cannot be undone: done by the second person, under both names. */
    private synchronized Answer confirm(Visit visit) {
        requireSure(visit);
        requireReleased();
        Proposal proposal =
                waiting().orElseThrow(() -> new RoundFault(frames.words().say("destruction.none")));
        if (proposal.isOf(visit)) {
            throw new RoundFault(frames.words().say("destruction.own"));
        }
        var destruction = new Destruction(house.files());
        Destruction.Order order = order(proposal, visit.person().person());
        destruction.require(order);
        requireSigning();
        byte[] proof = house.round().surrender(() -> destruction.runHeld(order));
        sign(proof);
        remove(proposal);
        frames.flash(visit, "destruction.done");
        return Answer.go("/office/destruction").about("销毁原始答卷，证明 " + Digest.of(proof));
    }

    private Destruction.Order order(Proposal proposal, String second) {
        LocalDate today =
                LocalDateTime.ofInstant(house.clock().instant(), House.ZONE).toLocalDate();
        List<Path> files = new ArrayList<>();
        Optional.of(backups.file()).filter(Files::exists).ifPresent(files::add);
        return new Destruction.Order(
                List.of(proposal.person(), second), today, proposal.days(), files, proposal.clues());
    }

    /** A key that cannot sign is told before anything is destroyed. */
    private void requireSigning() {
        try {
            if (Files.exists(siteKey)) {
                DocumentSignature.sign(siteKey, new byte[0]);
            }
        } catch (SecretFault fault) {
            throw new RoundFault(fault.getMessage());
        }
    }

    private void sign(byte[] proof) {
        if (Files.exists(siteKey)) {
            Disk.write(signatureFile(), DocumentSignature.sign(siteKey, proof));
        }
    }

    private Path signatureFile() {
        Path proof = house.files().folder().destruction();
        return proof.resolveSibling(proof.getFileName() + ".ed25519");
    }

    private void requireReleased() {
        if (house.round().isGone()) {
            throw new RoundFault(frames.words().say("destruction.gone"));
        }
        if (house.round().record().state() != RoundState.RELEASED) {
            throw new RoundFault(frames.words().say("destruction.early"));
        }
    }

    private Answer proof(Visit visit) {
        return file(visit, house.files().folder().destruction(), "application/json; charset=utf-8");
    }

    private Answer signature(Visit visit) {
        return file(visit, signatureFile(), "application/octet-stream");
    }

    private Answer file(Visit visit, Path file, String type) {
        return house.round().isGone() && Files.exists(file)
                ? Answer.download(file.getFileName().toString(), type, DeskFiles.read(file))
                : frames.message(404, visit, "not-found", List.of());
    }

    private static String digest(Path file) {
        return Digest.of(DeskFiles.read(file)).toString();
    }

    private void requireSure(Visit visit) {
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
    }

    private String noteName() {
        return NOTE + " " + house.round().round();
    }

    private Optional<Proposal> waiting() {
        return house.office()
                .note(noteName())
                .map(Proposal::read)
                .filter(one -> !house.round().isGone());
    }

    private void remove(Proposal proposal) {
        if (!house.office().note(noteName(), Optional.of(proposal.write()), Optional.empty())) {
            throw new RoundFault(frames.words().say("destruction.twice"));
        }
    }
}
