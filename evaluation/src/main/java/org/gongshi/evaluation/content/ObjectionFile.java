package org.gongshi.evaluation.content;

import java.util.Optional;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.ObjectionPeriod;

/** Reads {@code objections.yaml}. */
final class ObjectionFile {
    private ObjectionFile() {}

    static Optional<ObjectionPeriod> period(Fields fields, Findings findings) {
        var from = fields.required("from", Forms.date());
        var to = fields.required("to", Forms.date());
        var channel = fields.required("channel", Forms.text());
        var phone = fields.required("phone", Forms.text());
        var address = fields.required("address", Forms.text());
        var objections = fields.mappings("objections", one -> objection(one, findings));
        return fields.build(() -> {
                    boolean ordered = !to.get().isBefore(from.get());
                    if (!ordered) {
                        findings.error(fields.at(), "公示截止日期 " + to.get() + " 早于开始日期 " + from.get(), "请核对 from 和 to");
                    }
                    return ordered
                            ? Optional.of(new ObjectionPeriod(
                                    from.get(), to.get(), channel.get(), phone.get(), address.get(), objections.get()))
                            : Optional.<ObjectionPeriod>empty();
                })
                .flatMap(period -> period);
    }

    private static Optional<ObjectionPeriod.Objection> objection(Fields fields, Findings findings) {
        var received = fields.required("received", Forms.date());
        var about = fields.required("about", Forms.text());
        var handled = fields.optional("handled", Forms.date());
        var result = fields.optional("result", Forms.text());
        return fields.build(() -> {
                    boolean whole = handled.get().isPresent() == result.get().isPresent();
                    if (!whole) {
                        findings.error(fields.at(), "处理日期和处理结果应同时写明", "请补上 handled 和 result，或两项都不写");
                    }
                    return whole
                            ? Optional.of(new ObjectionPeriod.Objection(
                                    received.get(), about.get(), handled.get(), result.get()))
                            : Optional.<ObjectionPeriod.Objection>empty();
                })
                .flatMap(one -> one);
    }
}
