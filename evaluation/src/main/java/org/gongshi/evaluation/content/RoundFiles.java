package org.gongshi.evaluation.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.content.source.Closest;
import org.gongshi.evaluation.content.source.Field;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Bodies;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.Release;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Step;

/** Reads {@code round.yaml} and {@code calendar.yaml}. */
final class RoundFiles {
    private RoundFiles() {}

    /** A round without its calendar, which stands in a file of its own. */
    static Optional<Round> round(Fields fields, RoundKey folder) {
        var year = fields.required("year", Forms.integer(2000, 2999));
        var organizer = fields.required("organizer", Forms.placeCode());
        var title = fields.required("title", Forms.text());
        var places = fields.list("places", Forms.placeCode());
        var agency = fields.required("agency", Forms.text());
        var bodies = fields.mapping("bodies", RoundFiles::bodies);
        var publication = fields.mapping("publication", RoundFiles::publication);
        year.value()
                .filter(value -> value != folder.year().value())
                .ifPresent(value ->
                        fields.reject(year.at(), "年度 " + value + " 与目录 " + folder.year() + " 不一致", "请改成目录的年度，或移动目录"));
        organizer
                .value()
                .filter(code -> !code.equals(folder.organizer()))
                .ifPresent(code -> fields.reject(
                        organizer.at(), "组织者 " + code + " 与目录 " + folder.organizer() + " 不一致", "请改成目录的代码，或移动目录"));
        places.value().ifPresent(codes -> checkPlaces(codes, fields));
        if (places.value().isPresent() && publication.value().isPresent()) {
            checkReleased(places.get(), publication.get(), fields);
        }
        return fields.build(() -> new Round(
                new RoundKey(new EvaluationYear(year.get()), organizer.get()),
                title.get(),
                places.get(),
                agency.get(),
                bodies.get(),
                List.of(),
                publication.get().release(places.get())));
    }

    static Optional<List<Milestone>> calendar(Fields fields) {
        Field<List<Milestone>> milestones = fields.mappings("milestones", RoundFiles::milestone);
        Map<Step, Integer> seen = new HashMap<>();
        List<Milestone> all = milestones.value().orElse(List.of());
        for (int i = 0; i < all.size(); i++) {
            Step step = all.get(i).step();
            if (seen.putIfAbsent(step, i) != null) {
                fields.reject(fields.below("milestones[" + i + "].step"), "步骤 " + step.key() + " 重复", "每个步骤只写一次");
            }
        }
        return fields.build(milestones::get);
    }

    private static Optional<Bodies> bodies(Fields fields) {
        var office = fields.required("office", Forms.text());
        var review = fields.required("review", Forms.text());
        var approval = fields.required("approval", Forms.text());
        return fields.build(() -> new Bodies(office.get(), review.get(), approval.get()));
    }

    private static Optional<Milestone> milestone(Fields fields) {
        var step = fields.required("step", Forms.oneOf(Step.values(), Step::key));
        var planned = fields.required("planned", Forms.date());
        var actual = fields.optional("actual", Forms.date());
        var document = fields.optional("document", Forms.text());
        var note = fields.optional("note", Forms.text());
        return fields.build(() -> new Milestone(step.get(), planned.get(), actual.get(), document.get(), note.get()));
    }

    /** What {@code publication} says, before it is joined with the places of the round. */
    private record Publication(
            Optional<List<PlaceCode>> listed, boolean none, java.time.LocalDate date, Optional<String> document) {
        Optional<Release> release(List<PlaceCode> places) {
            Set<PlaceCode> released = new HashSet<>(listed.orElse(places));
            return none || released.isEmpty() ? Optional.empty() : Optional.of(new Release(released, date, document));
        }
    }

    private static Optional<Publication> publication(Fields fields) {
        Field<Optional<List<PlaceCode>>> places = fields.required("places", RoundFiles::released);
        var date = fields.required("date", Forms.date());
        var document = fields.optional("document", Forms.text());
        boolean none = fields.word("places").filter("none"::equals).isPresent();
        return fields.build(() -> new Publication(places.get(), none, date.get(), document.get()));
    }

    /** {@code all} and {@code none} have no list of their own. */
    private static Optional<Optional<List<PlaceCode>>> released(YamlNode node, Findings findings) {
        if (node instanceof YamlNode.Sequence sequence) {
            List<Optional<PlaceCode>> codes = sequence.items().stream()
                    .map(item -> Forms.placeCode().read(item, findings))
                    .toList();
            return codes.stream().allMatch(Optional::isPresent)
                    ? Optional.of(
                            Optional.of(codes.stream().flatMap(Optional::stream).toList()))
                    : Optional.empty();
        }
        if (node instanceof YamlNode.Scalar word
                && (word.text().equals("all") || word.text().equals("none"))) {
            return Optional.of(Optional.empty());
        }
        String meant = node instanceof YamlNode.Scalar word
                ? Closest.to(word.text(), List.of("all", "none"))
                        .map(close -> "是否想写 " + close + "？")
                        .orElse("")
                : "";
        findings.error(node.at(), "应为 all、none 或代码列表，此处是" + node.described(), meant);
        return Optional.empty();
    }

    private static void checkPlaces(List<PlaceCode> codes, Fields fields) {
        if (codes.isEmpty()) {
            fields.reject(fields.of("places"), "没有被评地区", "请列出本轮被评地区的代码");
        }
        Set<PlaceCode> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                fields.reject(fields.below("places[" + i + "]"), "代码 " + codes.get(i) + " 重复", "每个地区只写一次");
            }
        }
    }

    private static void checkReleased(List<PlaceCode> places, Publication publication, Fields fields) {
        List<PlaceCode> listed = publication.listed().orElse(List.of());
        for (int i = 0; i < listed.size(); i++) {
            if (!places.contains(listed.get(i))) {
                fields.reject(
                        fields.below("publication.places[" + i + "]"),
                        "要公布的 " + listed.get(i) + " 不在本轮 places 中",
                        "请核对代码");
            }
        }
    }
}
