package org.gongshi.survey.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.MintedBatch;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.slip.SlipFile;
import org.gongshi.templates.office.SamplePage;

/** The survey's sample (抽取调查样本): frame, plan with a commitment, the draw, and the codes of everybody drawn in one step. */
final class SampleHandlers {
    private final House house;
    private final Frames frames;
    private final Progress progress;
    private final SampleDesk desk;

    SampleHandlers(House house, Frames frames, Progress progress, SampleDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.progress = Objects.requireNonNull(progress, "progress");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/sample", Action.SEE_ROUND, visit -> page(200, visit, SampleForm.usual(), List.of())),
                Route.get("/office/sample/plan", Action.SEE_ROUND, this::plan),
                Route.get("/office/sample/record", Action.SEE_ROUND, this::record),
                Route.upload("/office/sample/frame", Action.DRAW_SAMPLE, this::add),
                Route.post("/office/sample/frame/remove", Action.DRAW_SAMPLE, this::remove),
                Route.post("/office/sample/promise", Action.DRAW_SAMPLE, this::promise),
                Route.post("/office/sample/draw", Action.DRAW_SAMPLE, this::draw),
                Route.post("/office/sample/withdraw", Action.DRAW_SAMPLE, this::withdraw),
                Route.post("/office/sample/codes", Action.MINT_CODES, this::codes));
    }

    private Answer page(int status, Visit visit, SampleForm form, List<String> faults) {
        Map<String, String> names = names();
        List<BaseWeight> invited = desk.invited();
        boolean prepared = !house.round().record().state().isOver();
        return Answer.page(
                status,
                new SamplePage(
                        frames.frame(visit, "sample"),
                        visit.may(Action.DRAW_SAMPLE)
                                && house.round().record().opened().isEmpty(),
                        desk.frames().stream()
                                .map(one -> new SamplePage.FrameFile(
                                        one.name(), one.digest().toString()))
                                .toList(),
                        desk.promise()
                                .map(one -> new SamplePage.Promise(
                                        one.plan(),
                                        one.parsed().digest().toString(),
                                        one.parsed().beacon(),
                                        one.person(),
                                        one.moment(),
                                        one.notes())),
                        desk.isDrawn(),
                        invited.stream().map(one -> line(one, names)).toList(),
                        prepared && visit.may(Action.MINT_CODES) && !invited.isEmpty(),
                        printed(),
                        form.values(),
                        faults));
    }

    private Map<String, String> names() {
        return house.content().places().stream()
                .collect(Collectors.toMap(one -> one.code().value(), Place::name));
    }

    private static SamplePage.Invited line(BaseWeight one, Map<String, String> names) {
        return new SamplePage.Invited(
                names.getOrDefault(one.place().value(), one.place().value()),
                one.audience().label(),
                one.stage().map(SchoolStage::label).orElse(""),
                one.school().orElse(""),
                Long.toString(one.invited()),
                one.weight().decimal(4).toPlainString());
    }

    private Answer plan(Visit visit) {
        return desk.promise()
                .map(one -> Answer.download(
                        "survey-sample.yaml",
                        "application/yaml; charset=utf-8",
                        one.plan().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .orElseGet(() -> frames.message(404, visit, "not-found", List.of()));
    }

    private Answer record(Visit visit) {
        return desk.isDrawn()
                ? Answer.download("survey-sample.json", "application/json; charset=utf-8", desk.recordBytes())
                : frames.message(404, visit, "not-found", List.of());
    }

    private Answer add(Visit visit) {
        Request.Upload upload = visit.request()
                .file()
                .orElseThrow(() -> new RoundFault(frames.words().say("sample.frame.missing")));
        try {
            SampleDesk.Frame frame = desk.add(upload.plainName(), upload.bytes());
            frames.flash(visit, "sample.frame.added", frame.name());
            return Answer.go("/office/sample").about("抽样框 " + frame.name() + " " + frame.digest());
        } catch (RoundFault fault) {
            return page(422, visit, SampleForm.usual(), fault.lines()).about("抽样框有错误：" + upload.plainName());
        }
    }

    private Answer remove(Visit visit) {
        String name = visit.text("name");
        desk.remove(name);
        frames.flash(visit, "sample.frame.removed", name);
        return Answer.go("/office/sample").about("移出抽样框 " + name);
    }

    private Answer promise(Visit visit) {
        SampleForm form = SampleForm.of(visit::text);
        List<String> faults = new ArrayList<>();
        form.wrong().forEach(name -> faults.add(frames.words().say("sample.number.wrong", label(name))));
        if (!faults.isEmpty()) {
            return page(422, visit, form, faults).about("抽样方案有错误");
        }
        try {
            SampleDesk.Promise promise = desk.promise(
                    form,
                    visit.person().person(),
                    House.moment(house.clock().instant().atOffset(House.ZONE)));
            frames.flash(visit, "sample.promised");
            return Answer.go("/office/sample").about("抽样方案 " + promise.parsed().digest());
        } catch (RoundFault fault) {
            return page(422, visit, form, fault.lines()).about("抽样方案有错误");
        }
    }

    private String label(String name) {
        int dash = name.indexOf('-');
        String field = frames.words().say("sample.field." + name.substring(dash + 1));
        return Audience.ofKey(dash < 0 ? "" : name.substring(0, dash))
                .map(audience -> audience.label() + " " + field)
                .orElse(field);
    }

    private void requireSure(Visit visit) {
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
    }

    private Answer draw(Visit visit) {
        requireSure(visit);
        String beacon = visit.text("beacon").strip();
        desk.draw(beacon);
        frames.flash(visit, "sample.done");
        return Answer.go("/office/sample").about(beacon.isEmpty() ? "抽样" : "抽样，公开随机事件的结果 " + beacon);
    }

    private Answer withdraw(Visit visit) {
        requireSure(visit);
        SampleDesk.Promise promise = desk.withdraw();
        frames.flash(visit, "sample.withdrawn");
        return Answer.go("/office/sample").about("撤回抽样方案 " + promise.parsed().digest());
    }

    private Optional<String> printed() {
        return house.office().note(noteName());
    }

    private String noteName() {
        return "sample.codes " + house.round().round();
    }

    /** All codes of the sample: on file together or not at all, and handed out once, a file for each school and address list. */
    private Answer codes(Visit visit) {
        requireSure(visit);
        List<BaseWeight> invited = desk.invited();
        if (invited.isEmpty()) {
            throw new RoundFault(frames.words().say("sample.codes.none"));
        }
        SlipFile format = SlipFile.ofKey(visit.text("format"))
                .orElseThrow(() -> new RoundFault(frames.words().say("codes.format.wrong")));
        String moment = House.moment(house.clock().instant().atOffset(House.ZONE));
        // Of two at once one finds the other's note, before a single code is made.
        if (!house.office().note(noteName(), Optional.empty(), Optional.of(moment))) {
            throw new RoundFault(
                    frames.words().say("sample.codes.again", printed().orElse("")));
        }
        List<MintedBatch> minted;
        try {
            minted = house.round()
                    .mint(invited.stream().map(SampleHandlers::order).toList());
        } catch (RuntimeException fault) {
            house.office().note(noteName(), Optional.of(moment), Optional.empty());
            throw fault;
        }
        progress.forget();
        long codes = minted.stream().mapToLong(batch -> batch.codes().size()).sum();
        return new Answer(
                        200,
                        new Answer.Download(
                                "访问码-按抽样记录.zip", "application/zip", to -> write(to, invited, minted, format)),
                        Answer.Cookies.NONE,
                        "")
                .about("按抽样记录，" + minted.size() + " 批，" + codes + " 个");
    }

    private static MintOrder order(BaseWeight one) {
        return new MintOrder(stratum(one), one.school(), Math.toIntExact(one.invited()));
    }

    private static Stratum stratum(BaseWeight one) {
        return new Stratum(one.place(), one.audience(), one.stage());
    }

    private void write(OutputStream to, List<BaseWeight> invited, List<MintedBatch> minted, SlipFile format)
            throws IOException {
        Map<String, String> names = names();
        try (var zip = new ZipOutputStream(to)) {
            for (int index = 0; index < minted.size(); index++) {
                BaseWeight one = invited.get(index);
                MintedBatch batch = minted.get(index);
                String place =
                        names.getOrDefault(one.place().value(), one.place().value());
                var sheet = CodeHandlers.sheet(
                        frames.title(), house.baseUrl(), CodeKind.SLIP, stratum(one), place, List.of(batch));
                String school = one.school().map(label -> "-" + label).orElse("");
                String stage = one.stage().map(known -> "-" + known.label()).orElse("");
                String name = "第" + batch.number() + "批-" + place + "-"
                        + one.audience().label() + stage + school;
                // The name comes out of a frame that somebody wrote: no folders, nothing a file system stumbles over.
                zip.putNextEntry(new ZipEntry(name.replaceAll("[^\\p{L}\\p{N}._-]", "_") + "." + format.ending()));
                zip.write(format.bytes(sheet));
                zip.closeEntry();
            }
        }
    }
}
