package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/** The result notices (结果通知单): the places whose results are published. */
public record NoticesPage(OfficeFrame frame, List<AccountsPage.Choice> places) implements OfficePage {
    public NoticesPage {
        Objects.requireNonNull(frame, "frame");
        places = List.copyOf(places);
    }

    @Override
    public String title() {
        return words().say("notices.title");
    }

    @Override
    public String template() {
        return "office/notices.jte";
    }
}
