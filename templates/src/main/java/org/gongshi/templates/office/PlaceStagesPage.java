package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/** The steps of one place as a form (一地的环节登记). */
public record PlaceStagesPage(OfficeFrame frame, String code, String place, List<Group> groups, boolean may)
        implements OfficePage {
    public PlaceStagesPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        groups = List.copyOf(groups);
    }

    /** A step of the regulation; its words stand under {@code stages.group.KEY}. */
    public record Group(String key, int article, boolean complete, List<Field> fields) {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field; its words stand under {@code stages.NAME}.
     *
     * @param form DATE, TEXT or COUNT
     */
    public record Field(String name, String form, boolean needed, String value) {}

    @Override
    public String title() {
        return words().say("stages.place.title", place);
    }

    @Override
    public String template() {
        return "office/placeStages.jte";
    }
}
