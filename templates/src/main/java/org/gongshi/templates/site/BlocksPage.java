package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Frame;

/**
 * A page of sections (分节页面): lists, comparisons and boards, of which each needs no template of its own.
 *
 * @param legend whether the signs of missing values are explained at the end
 */
public record BlocksPage(Frame frame, List<Section> sections, boolean legend) implements SitePage {
    public BlocksPage {
        Objects.requireNonNull(frame, "frame");
        sections = List.copyOf(sections);
        Require.that(!sections.isEmpty(), "a page says something: ", frame.path());
    }

    /**
     * A part of the page.
     *
     * @param heading empty for what stands right below the title
     */
    public record Section(String id, Optional<String> heading, List<Block> blocks) {
        public Section {
            Require.text(id, "id");
            Objects.requireNonNull(heading, "heading");
            blocks = List.copyOf(blocks);
        }

        /** What stands right below the title. */
        public static Section lead(Block... blocks) {
            return new Section("lead", Optional.empty(), List.of(blocks));
        }

        public static Section of(String id, String heading, Block... blocks) {
            return new Section(id, Optional.of(heading), List.of(blocks));
        }
    }

    @Override
    public String template() {
        return "site/blocks.jte";
    }
}
