package org.gongshi.survey.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.RecordForm;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.publication.SiteItems;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.templates.frame.Wording;

/** What is wrong with what was typed into a form, field by field (登记表的核对). */
final class RecordRules {
    static final int LONGEST = 2000;

    private static final String BLANK = "待填写";

    private final Wording words;
    private final LocalDate today;
    private final boolean demonstration;

    RecordRules(Wording words, LocalDate today, boolean demonstration) {
        this.words = Objects.requireNonNull(words, "words");
        this.today = Objects.requireNonNull(today, "today");
        this.demonstration = demonstration;
    }

    /** Faults by field; what the files' own readers say is added by {@link #told}. */
    Map<String, String> faults(RecordForm form, List<RecordForm.Field> fields, Map<String, String> values) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (RecordForm.Field field : fields) {
            String value = values.getOrDefault(field.key(), "");
            if (value.isEmpty() && field.needed()) {
                faults.put(field.key(), words.say("records.fault.missing"));
            } else if (value.length() > LONGEST) {
                faults.put(field.key(), words.say("form.text.long", LONGEST));
            } else if (field.kind() == RecordForm.Kind.DATE
                    && !value.isEmpty()
                    && day(value).isEmpty()) {
                faults.put(field.key(), words.say("form.date.wrong", value));
            } else if (form == RecordForm.SITE && !value.isEmpty()) {
                item(field, value).filter(one -> !one.open()).ifPresent(one -> faults.put(field.key(), one.hint()));
            }
        }
        switch (form) {
            case OBJECTIONS -> objections(fields, values, faults);
            case CORRECTIONS -> corrections(values, faults);
            default -> {
                // nothing between the fields
            }
        }
        return faults;
    }

    /** 公示期不少于5个工作日；异议处理完毕的，日期和结果都要写明 */
    private void objections(List<RecordForm.Field> fields, Map<String, String> values, Map<String, String> faults) {
        Optional<LocalDate> from = day(values.getOrDefault("from", ""));
        Optional<LocalDate> to = day(values.getOrDefault("to", ""));
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            faults.putIfAbsent("to", words.say("records.fault.order"));
        } else if (from.isPresent() && to.isPresent()) {
            long days = new ObjectionPeriod(from.get(), to.get(), "-", "-", "-", List.of()).workingDays();
            if (days < ObjectionPeriod.WORKING_DAYS) {
                faults.putIfAbsent("to", words.say("records.fault.short", days, ObjectionPeriod.WORKING_DAYS));
            }
        }
        if (fields.stream().noneMatch(field -> field.key().equals("handled"))) {
            return;
        }
        boolean dated = values.containsKey("handled");
        boolean told = values.containsKey("result");
        if (dated != told) {
            faults.putIfAbsent(dated ? "result" : "handled", words.say("records.fault.pair"));
        }
        Optional<LocalDate> received = day(values.getOrDefault("received", ""));
        Optional<LocalDate> handled = day(values.getOrDefault("handled", ""));
        if (received.filter(today::isBefore).isPresent()) {
            faults.putIfAbsent("received", words.say("records.fault.future", today));
        }
        if (handled.filter(today::isBefore).isPresent()) {
            faults.putIfAbsent("handled", words.say("records.fault.future", today));
        }
        if (received.isPresent() && handled.filter(received.get()::isAfter).isPresent()) {
            faults.putIfAbsent("handled", words.say("records.fault.before"));
        }
    }

    private void corrections(Map<String, String> values, Map<String, String> faults) {
        if (values.containsKey("page") && !values.get("page").startsWith("/")) {
            faults.putIfAbsent("page", words.say("records.fault.page"));
        }
        if (values.containsKey("old") && values.get("old").equals(values.get("new"))) {
            faults.putIfAbsent("new", words.say("records.fault.same"));
        }
    }

    /** What is still to be filled in, which stops nothing. */
    String note(RecordForm form, RecordForm.Field field, String value) {
        boolean open = value.contains(BLANK)
                || form == RecordForm.SITE
                        && !value.isEmpty()
                        && item(field, value).isPresent();
        return open ? words.say("records.open") : "";
    }

    private Optional<SiteItems.Fault> item(RecordForm.Field field, String value) {
        return SiteItems.fault(field.key(), value, demonstration);
    }

    /**
     * Puts what a reader found beside its field.
     *
     * @param prefix of the entry that was sent, as {@code objections[2].}; empty for the head
     * @return what belongs to no field of the form
     */
    List<String> told(
            List<Finding> findings, String prefix, List<RecordForm.Field> fields, Map<String, String> faults) {
        return findings.stream()
                .filter(finding -> {
                    String at = finding.at().field();
                    Optional<RecordForm.Field> field = fields.stream()
                            .filter(one -> at.equals(prefix + one.key()))
                            .findFirst();
                    field.ifPresent(one -> faults.putIfAbsent(one.key(), said(finding)));
                    return field.isEmpty();
                })
                .map(RecordRules::said)
                .toList();
    }

    private static String said(Finding finding) {
        return finding.message() + (finding.hint().isEmpty() ? "" : "（" + finding.hint() + "）");
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
