package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.StagesForm;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.IntakePage;

/**
 * Receiving a self-evaluation (自评报告收件): the file, its digest and the statement of truthfulness on one receipt; whether a file is the
 * one that was received can be seen at any time.
 */
final class IntakeHandlers {
    private static final int LONGEST = 500;

    private final House house;
    private final Frames frames;
    private final ChangeDesk changes;
    private final IntakeDesk desk;

    IntakeHandlers(House house, Frames frames, ChangeDesk changes, Path folder) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.changes = Objects.requireNonNull(changes, "changes");
        this.desk =
                new IntakeDesk(folder.resolve(house.round().round().toString().replace('/', '-')));
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/intake/{place}", Action.SEE_SITE, visit -> page(visit, Optional.empty())),
                Route.upload("/office/intake/{place}", Action.CHANGE_CONTENT, this::receive),
                Route.upload("/office/intake/{place}/check", Action.SEE_SITE, this::check),
                Route.take("/office/intake/{place}/{number}", Action.SEE_SITE, this::take));
    }

    private Place place(Visit visit) {
        String code = visit.request().parts().get("place");
        return house.content().places().stream()
                .filter(place -> place.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
    }

    private Answer page(Visit visit, Optional<String> checked) {
        Place place = place(visit);
        return Answer.page(new IntakePage(
                frames.frame(visit, "stages"),
                place.code().value(),
                place.name(),
                desk.of(place.code()).stream().map(IntakeHandlers::line).toList(),
                checked.orElse(""),
                LocalDate.ofInstant(house.clock().instant(), House.ZONE).toString(),
                frames.words().say("intake.statement", place.organ()),
                visit.may(Action.CHANGE_CONTENT)));
    }

    private static IntakePage.Receipt line(IntakeDesk.Receipt one) {
        return new IntakePage.Receipt(
                one.number(),
                one.name(),
                one.size(),
                one.digest().toString(),
                one.cover().received().toString(),
                one.cover().document(),
                one.cover().signedBy(),
                one.cover().truthfulness(),
                one.clerk(),
                House.moment(one.moment()));
    }

    /** Keeps the file, and begins the change of {@code stages.yaml} that names its digest. */
    private Answer receive(Visit visit) {
        Place place = place(visit);
        var cover = new IntakeDesk.Cover(
                FormText.date(visit, "received", frames)
                        .orElseThrow(() -> new RoundFault(frames.words().say("intake.received.missing"))),
                FormText.required(visit, "document", LONGEST, frames, "intake.document.missing"),
                FormText.required(visit, "signedBy", LONGEST, frames, "intake.signed.missing"),
                FormText.required(visit, "truthfulness", LONGEST, frames, "intake.truthfulness.missing"));
        var upload = visit.request()
                .file()
                .orElseThrow(() -> new RoundFault(frames.words().say("intake.file.missing")));
        IntakeDesk.Receipt receipt = desk.receive(
                place.code(),
                upload.plainName(),
                upload.bytes(),
                cover,
                visit.person().person(),
                house.clock().instant().atOffset(House.ZONE).withNano(0));
        ChangeJob job = changes.begin(
                ChangeKind.STAGES,
                frames.words().say("intake.change", place.name()),
                visit.person(),
                (own, content, told) -> write(content, place, receipt));
        frames.flash(visit, "intake.done", receipt.number());
        return Answer.go("/office/changes/" + job.number())
                .about("自评报告收件 " + place.code().value() + " 第 " + receipt.number() + " 份 " + receipt.digest());
    }

    private boolean write(Path content, Place place, IntakeDesk.Receipt receipt) throws IOException {
        var subject = new Subject(house.round().round(), place.code());
        var folder = new ContentFolder(content);
        Map<String, String> values = new LinkedHashMap<>(StagesForm.read(folder, subject));
        values.put("selfEvaluation.received", receipt.cover().received().toString());
        values.put("selfEvaluation.document", receipt.cover().document());
        values.put("selfEvaluation.signedBy", receipt.cover().signedBy());
        values.put("selfEvaluation.truthfulness", receipt.cover().truthfulness());
        values.put("selfEvaluation.digest", receipt.digest().toString());
        Path file = content.resolve(ContentPaths.stages(subject));
        byte[] bytes = StagesForm.bytes(folder, subject, values);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return true;
    }

    /** Is this the file that was received? */
    private Answer check(Visit visit) {
        Place place = place(visit);
        byte[] bytes = visit.request()
                .file()
                .map(Request.Upload::bytes)
                .filter(found -> found.length > 0)
                .orElseThrow(() -> new RoundFault(frames.words().say("intake.file.missing")));
        Digest digest = Digest.of(bytes);
        String told = desk.of(place.code()).stream()
                .filter(one -> one.digest().equals(digest))
                .findFirst()
                .map(one -> frames.words().say("intake.same", one.number(), House.moment(one.moment())))
                .orElseGet(() -> frames.words().say("intake.other", digest.toString()));
        return page(visit, Optional.of(told)).about("核对自评报告 " + place.code().value() + " " + digest);
    }

    private Answer take(Visit visit) {
        Place place = place(visit);
        IntakeDesk.Receipt receipt = desk.find(
                        place.code(), visit.request().parts().get("number"))
                .orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
        return Answer.download(receipt.name(), "application/octet-stream", desk.bytes(place.code(), receipt))
                .about("取出自评报告 " + place.code().value() + " 第 " + receipt.number() + " 份");
    }
}
