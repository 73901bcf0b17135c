package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.templates.frame.Link;

/** A part of a page that is put together from parts (页面组件): the same parts for every page, so that they look alike. */
public sealed interface Block {

    /** A paragraph. */
    record Paragraph(String text, Tone tone) implements Block {
        public Paragraph {
            Require.text(text, "text");
            Objects.requireNonNull(tone, "tone");
        }
    }

    /** How a paragraph is said. */
    enum Tone {
        PLAIN,
        /** The answer to the page's question. */
        ANSWER,
        /** A remark below a table or chart. */
        NOTE,
        /** A refusal or a limit that a reader must not miss. */
        WARNING;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Labelled facts. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** Links one below the other. */
    record Links(List<Link> links) implements Block {
        public Links {
            links = List.copyOf(links);
        }
    }

    /** Dated links, newest first. */
    record Dated(List<DatedLink> rows) implements Block {
        public Dated {
            rows = List.copyOf(rows);
        }
    }

    /** Places with their grades. */
    record Tiles(List<Tile> tiles) implements Block {
        public Tiles {
            tiles = List.copyOf(tiles);
        }
    }

    /** A drawing with its words. */
    record Drawing(Chart chart) implements Block {
        public Drawing {
            Objects.requireNonNull(chart, "chart");
        }
    }

    /**
     * A table; the first cell of a row is its heading.
     *
     * @param id anchor of the table, unique on the page
     * @param stacked whether each row becomes a card on a phone; wide tables of numbers scroll instead
     */
    record Table(String id, String caption, List<Column> columns, List<Row> rows, boolean stacked) implements Block {
        public Table {
            Require.text(id, "id");
            Require.text(caption, "caption");
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                Require.that(row.cells().size() == columns.size(), "a row of " + id + " has another width");
            }
        }
    }

    /** A column of a table. */
    record Column(String title, boolean number) {
        public Column {
            Require.text(title, "title");
        }

        public static Column text(String title) {
            return new Column(title, false);
        }

        public static Column number(String title) {
            return new Column(title, true);
        }
    }

    /** A row; with an anchor where something leads to it. */
    record Row(Optional<String> id, List<Cell> cells) {
        public Row {
            Objects.requireNonNull(id, "id");
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(Optional.empty(), List.of(cells));
        }
    }

    /**
     * A cell.
     *
     * @param text what is printed
     * @param path where it leads; a path from the site's root or an anchor
     * @param exact the exact value behind a printed number
     * @param grade printed as its badge
     * @param state printed as its mark
     */
    record Cell(
            String text,
            Optional<String> path,
            Optional<String> exact,
            Optional<Grade> grade,
            Optional<ProblemState> state) {
        private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final int NAME = 4;

        public Cell {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(exact, "exact");
            Objects.requireNonNull(grade, "grade");
            Objects.requireNonNull(state, "state");
        }

        /** A day, which no line tears. */
        public boolean isDate() {
            return DATE.matcher(text).matches();
        }

        /** A short name, such as that of a place, which no line tears either. */
        public boolean isName() {
            return text.length() <= NAME;
        }

        public static Cell of(Object text) {
            return new Cell(
                    String.valueOf(text), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Cell link(Link link) {
            return new Cell(
                    link.text(), Optional.of(link.path()), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** A printed number with the exact one behind it. */
        public static Cell number(String shown, String exact) {
            return new Cell(shown, Optional.empty(), Optional.of(exact), Optional.empty(), Optional.empty());
        }

        public static Cell grade(Grade grade) {
            return new Cell(grade.label(), Optional.empty(), Optional.empty(), Optional.of(grade), Optional.empty());
        }

        public static Cell state(ProblemState state) {
            return new Cell("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(state));
        }
    }
}
