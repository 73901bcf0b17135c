package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * The batches of access codes (访问码批次), and the form for one more; spent codes are counted nowhere here.
 *
 * @param mayMint whether this person prints
 * @param baseUrl where the codes lead
 * @param ownMachine whether that is this machine alone, so that no phone gets there
 */
public record CodesPage(
        OfficeFrame frame,
        List<Batch> batches,
        boolean mayMint,
        boolean mayVoid,
        List<AccountsPage.Choice> audiences,
        List<AccountsPage.Choice> places,
        List<AccountsPage.Choice> stages,
        List<AccountsPage.Choice> kinds,
        String baseUrl,
        boolean ownMachine,
        List<String> faults)
        implements OfficePage {
    public CodesPage {
        Objects.requireNonNull(frame, "frame");
        batches = List.copyOf(batches);
        audiences = List.copyOf(audiences);
        places = List.copyOf(places);
        stages = List.copyOf(stages);
        kinds = List.copyOf(kinds);
        Objects.requireNonNull(baseUrl, "baseUrl");
        faults = List.copyOf(faults);
    }

    /** One printing; codes of a voided one count as void only where they were unused. */
    public record Batch(int number, String place, String audience, String stage, String codes, String voided) {}

    @Override
    public String title() {
        return words().say("codes.title");
    }

    @Override
    public String template() {
        return "office/codes.jte";
    }
}
