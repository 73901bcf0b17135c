package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keying in answer sheets that came on paper (纸质录入): every sheet twice, by two people.
 *
 * @param open whether sheets are taken now
 * @param waiting how many were keyed in once
 * @param audiences the questionnaires to choose from
 * @param form empty while none is chosen
 */
public record PaperPage(
        OfficeFrame frame, boolean open, int waiting, List<AccountsPage.Choice> audiences, Optional<Form> form)
        implements OfficePage {
    public PaperPage {
        Objects.requireNonNull(frame, "frame");
        audiences = List.copyOf(audiences);
        Objects.requireNonNull(form, "form");
    }

    /**
     * The screen for one sheet.
     *
     * @param code of the sheet's slip, as typed
     * @param faults what is wrong; nothing was held
     * @param differences what the first keying has otherwise; then the first may be put aside
     */
    public record Form(
            AccountsPage.Choice audience,
            String code,
            List<String> faults,
            List<Difference> differences,
            List<Item> items) {
        public Form {
            Objects.requireNonNull(audience, "audience");
            Objects.requireNonNull(code, "code");
            faults = List.copyOf(faults);
            differences = List.copyOf(differences);
            items = List.copyOf(items);
        }
    }

    /** One field that two people keyed in differently, each as the sheet words it. */
    public record Difference(String code, String text, String first, String second) {}

    /**
     * One question.
     *
     * @param kind {@code choice}, {@code priority} or {@code remark}
     * @param text the wording
     * @param hint what to type, where it is not an option
     * @param value what was typed, for the last two kinds
     * @param marked whether the two keyings differ here, or something is wrong
     */
    public record Item(
            String code, String kind, String text, String hint, List<Option> options, String value, boolean marked) {
        public Item {
            options = List.copyOf(options);
        }
    }

    /** One option; an empty {@code value}: no answer on the sheet. {@code key} is the digit that chooses it. */
    public record Option(String value, String key, String label, boolean chosen) {}

    @Override
    public String title() {
        return words().say("paper.title");
    }

    @Override
    public Optional<String> script() {
        return Optional.of(frame().assets().paper());
    }

    @Override
    public String template() {
        return "office/paper.jte";
    }
}
