package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * The items at the head of a place's report, as a form (报告要素).
 *
 * @param file the report's text, to be looked at; empty while there is none
 * @param findings what is wrong in the place's files as they lie there
 * @param faults what is wrong with what was just sent
 * @param may whether this person may fill it in
 */
public record ReportHeadPage(
        OfficeFrame frame,
        String code,
        String place,
        Basis basis,
        String file,
        List<Field> fields,
        List<String> grades,
        List<AccountsPage.Choice> standards,
        List<SiteJobPage.FindingLine> findings,
        List<String> faults,
        boolean may)
        implements OfficePage {
    public ReportHeadPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(file, "file");
        fields = List.copyOf(fields);
        grades = List.copyOf(grades);
        standards = List.copyOf(standards);
        findings = List.copyOf(findings);
        faults = List.copyOf(faults);
    }

    /**
     * What a grade rests on.
     *
     * @param score empty while points are missing
     * @param prominent whether the list of problems has a prominent one
     * @param blocked whether something on record rules out the best grade
     */
    public record Basis(String score, String band, boolean prominent, boolean blocked) {}

    /**
     * A field; its words stand under {@code reports.field.KEY}.
     *
     * @param form TEXT, DATE, GRADE or STANDARDS
     */
    public record Field(String key, String form, boolean needed, String value) {}

    @Override
    public String title() {
        return words().say("reports.place.title", place);
    }

    @Override
    public String template() {
        return "office/reportHead.jte";
    }
}
