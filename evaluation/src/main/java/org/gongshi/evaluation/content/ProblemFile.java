package org.gongshi.evaluation.content;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.stage.Practice;
import org.gongshi.evaluation.stage.Problem;
import org.gongshi.evaluation.stage.ProblemList;
import org.gongshi.evaluation.stage.ProblemRecheck;
import org.gongshi.evaluation.stage.ProblemStatus;

/** Reads {@code findings.yaml}. */
final class ProblemFile {
    private static final Pattern ID = Pattern.compile("P[0-9]{2,3}");

    private ProblemFile() {}

    static Optional<ProblemList> problems(Fields fields) {
        var practices = fields.mappings("practices", ProblemFile::practice);
        var problems = fields.mappings("problems", ProblemFile::problem);
        Set<String> seen = new HashSet<>();
        List<Problem> all = problems.value().orElse(List.of());
        for (int i = 0; i < all.size(); i++) {
            if (!seen.add(all.get(i).id())) {
                fields.reject(
                        fields.below("problems[" + i + "].id"),
                        "问题编号 " + all.get(i).id() + " 重复",
                        "每个问题的编号各不相同");
            }
        }
        return fields.build(() -> new ProblemList(practices.get(), problems.get()));
    }

    private static Optional<Practice> practice(Fields fields) {
        var title = fields.required("title", Forms.text());
        var text = fields.required("text", Forms.text());
        var indicator = fields.required("indicator", Forms.indicatorCode());
        return fields.build(() -> new Practice(title.get(), text.get(), indicator.get()));
    }

    private static Optional<Problem> problem(Fields fields) {
        var id = fields.required(
                "id",
                Forms.text("问题编号", "问题编号写成 P01 的样子", text -> ID.matcher(text).matches()));
        var title = fields.required("title", Forms.text());
        var text = fields.required("text", Forms.text());
        var indicator = fields.required("indicator", Forms.indicatorCode());
        var evidence = fields.required("evidence", Forms.text());
        var prominent = fields.required("prominent", Forms.bool());
        var measures = fields.required("measures", Forms.text());
        var deadline = fields.required("deadline", Forms.date());
        var status = fields.required("status", Forms.oneOf(ProblemStatus.values(), ProblemStatus::key));
        var result = fields.optional("result", Forms.text());
        var completed = fields.optional("completed", Forms.date());
        var recheck = fields.optionalMapping("recheck", ProblemFile::recheck);
        status.value().ifPresent(value -> checkAnswered(value, fields));
        return fields.build(() -> new Problem(
                id.get(),
                title.get(),
                text.get(),
                indicator.get(),
                evidence.get(),
                prominent.get(),
                measures.get(),
                deadline.get(),
                status.get(),
                result.get(),
                completed.get(),
                recheck.get()));
    }

    private static Optional<ProblemRecheck> recheck(Fields fields) {
        var date = fields.required("date", Forms.date());
        var passed = fields.required("passed", Forms.bool());
        var note = fields.required("note", Forms.text());
        return fields.build(() -> new ProblemRecheck(date.get(), passed.get(), note.get()));
    }

    private static void checkAnswered(ProblemStatus status, Fields fields) {
        boolean done = status == ProblemStatus.DONE || status == ProblemStatus.RECHECKED;
        for (String key : List.of("result", "completed")) {
            if (done && !fields.has(key)) {
                fields.reject(fields.of("status"), "状态为 " + status.key() + "，但缺少 " + key, "请补上整改结果和完成日期，或改正状态");
            }
        }
        if (status == ProblemStatus.RECHECKED && !fields.has("recheck")) {
            fields.reject(fields.of("status"), "状态为 rechecked，但缺少 recheck", "请补上复查情况，或改正状态");
        }
        if (status != ProblemStatus.RECHECKED && fields.has("recheck")) {
            fields.reject(fields.of("recheck"), "写了复查情况，但状态为 " + status.key(), "复查后状态应为 rechecked");
        }
    }
}
