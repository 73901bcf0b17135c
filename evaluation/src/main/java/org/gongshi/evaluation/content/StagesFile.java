package org.gongshi.evaluation.content;

import java.time.LocalDate;
import java.util.Optional;
import org.gongshi.evaluation.content.source.Field;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.stage.Feedback;
import org.gongshi.evaluation.stage.Inspection;
import org.gongshi.evaluation.stage.Monitoring;
import org.gongshi.evaluation.stage.Recheck;
import org.gongshi.evaluation.stage.Rectification;
import org.gongshi.evaluation.stage.SelfEvaluation;
import org.gongshi.evaluation.stage.Stages;

/** Reads {@code stages.yaml}. */
final class StagesFile {
    private static final int LARGEST_TEAM = 1000;

    private StagesFile() {}

    static Optional<Stages> stages(Fields fields) {
        var selfEvaluation = fields.mapping("selfEvaluation", StagesFile::selfEvaluation);
        var monitoring = fields.mapping("monitoring", StagesFile::monitoring);
        var inspection = fields.mapping("inspection", StagesFile::inspection);
        var feedback = fields.mapping("feedback", StagesFile::feedback);
        var rectification = fields.mapping("rectification", StagesFile::rectification);
        var recheck = fields.optionalMapping("recheck", StagesFile::recheck);
        return fields.build(() -> new Stages(
                selfEvaluation.get(),
                monitoring.get(),
                inspection.get(),
                feedback.get(),
                rectification.get(),
                recheck.get()));
    }

    /** Of a draft: what is there must be right, what is still to come is no fault; nothing before everything is there. */
    static Optional<Stages> begun(Fields fields) {
        var selfEvaluation = fields.optionalMapping("selfEvaluation", StagesFile::selfEvaluation);
        var monitoring = fields.optionalMapping("monitoring", StagesFile::monitoring);
        var inspection = fields.optionalMapping("inspection", StagesFile::inspection);
        var feedback = fields.optionalMapping("feedback", StagesFile::feedback);
        var rectification = fields.optionalMapping("rectification", StagesFile::rectification);
        var recheck = fields.optionalMapping("recheck", StagesFile::recheck);
        return fields.build(() -> selfEvaluation.get().isPresent()
                                && monitoring.get().isPresent()
                                && inspection.get().isPresent()
                                && feedback.get().isPresent()
                                && rectification.get().isPresent()
                        ? Optional.of(new Stages(
                                selfEvaluation.get().get(),
                                monitoring.get().get(),
                                inspection.get().get(),
                                feedback.get().get(),
                                rectification.get().get(),
                                recheck.get()))
                        : Optional.<Stages>empty())
                .flatMap(found -> found);
    }

    private static Optional<SelfEvaluation> selfEvaluation(Fields fields) {
        var received = fields.required("received", Forms.date());
        var document = fields.required("document", Forms.text());
        var signedBy = fields.required("signedBy", Forms.text());
        var truthfulness = fields.required("truthfulness", Forms.text());
        var digest = fields.optional(
                "digest", Forms.text("摘要（sha256: 和 64 位十六进制数字）", "在控制台“自评报告收件”登记时自动填写", Digest::isValid));
        return fields.build(() -> new SelfEvaluation(
                received.get(),
                document.get(),
                signedBy.get(),
                truthfulness.get(),
                digest.get().map(Digest::parse)));
    }

    private static Optional<Monitoring> monitoring(Fields fields) {
        var from = fields.required("from", Forms.date());
        var to = fields.required("to", Forms.date());
        var agency = fields.required("agency", Forms.text());
        var report = fields.required("report", Forms.text());
        checkPeriod(from, to, fields);
        return fields.build(() -> new Monitoring(from.get(), to.get(), agency.get(), report.get()));
    }

    private static Optional<Inspection> inspection(Fields fields) {
        var from = fields.required("from", Forms.date());
        var to = fields.required("to", Forms.date());
        var team = fields.required("team", Forms.integer(1, LARGEST_TEAM));
        var method = fields.required("method", Forms.text());
        checkPeriod(from, to, fields);
        return fields.build(() -> new Inspection(from.get(), to.get(), team.get(), method.get()));
    }

    private static Optional<Feedback> feedback(Fields fields) {
        var date = fields.required("date", Forms.date());
        var document = fields.required("document", Forms.text());
        return fields.build(() -> new Feedback(date.get(), document.get()));
    }

    private static Optional<Rectification> rectification(Fields fields) {
        var plan = fields.required("plan", Forms.date());
        var due = fields.required("due", Forms.date());
        var reported = fields.optional("reported", Forms.date());
        checkPeriod(plan, due, fields);
        return fields.build(() -> new Rectification(plan.get(), due.get(), reported.get()));
    }

    private static Optional<Recheck> recheck(Fields fields) {
        var date = fields.required("date", Forms.date());
        var conclusion = fields.required("conclusion", Forms.text());
        return fields.build(() -> new Recheck(date.get(), conclusion.get()));
    }

    private static void checkPeriod(Field<LocalDate> from, Field<LocalDate> to, Fields fields) {
        if (from.value().isPresent() && to.value().isPresent() && to.get().isBefore(from.get())) {
            fields.reject(to.at(), "结束日期 " + to.get() + " 早于开始日期 " + from.get(), "请核对两个日期");
        }
    }
}
