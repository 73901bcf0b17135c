package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * Open data (数据中心): every table with its size, digest and columns.
 *
 * @param terms how the data may be used
 * @param machine workbooks, and files that describe the tables for programs
 * @param linked the same as linked data (JSON-LD, schema.org), fit to stand in a script element
 */
public record DataPage(
        Frame frame, List<Table> tables, List<Column> columns, String terms, List<Link> machine, Html linked)
        implements SitePage {
    public DataPage {
        Objects.requireNonNull(frame, "frame");
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        Require.text(terms, "terms");
        machine = List.copyOf(machine);
        Objects.requireNonNull(linked, "linked");
    }

    /** One file. */
    public record Table(Link file, String title, String rows, String bytes, String digest) {}

    /** One column of the data dictionary. */
    public record Column(String table, String name, String type, String meaning) {}

    @Override
    public String template() {
        return "site/data.jte";
    }
}
