package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * Tables that belong together, as one workbook (数据工作簿): a sheet for each, which bears the table's name.
 *
 * @param title what the workbook says it is
 * @param asOf the day the tables speak of; the only date in the file besides those in cells
 */
public record DataBook(String title, LocalDate asOf, List<DataTable> tables) {
    public DataBook {
        Require.text(title, "title");
        Objects.requireNonNull(asOf, "asOf");
        tables = List.copyOf(tables);
        Require.that(!tables.isEmpty(), "a workbook has a sheet");
    }
}
