package org.gongshi.generator.diff;

import java.util.List;

/**
 * What differs between two sites.
 *
 * @param added pages that are new, by path
 * @param removed pages that are gone
 * @param changed pages with other bytes
 * @param dated pages in which nothing but the as-of date is another
 * @param cells changed figures and grades of the published tables
 * @param newRows how many rows the tables gained
 */
public record SiteDiff(
        List<String> added,
        List<String> removed,
        List<String> changed,
        List<String> dated,
        List<CellChange> cells,
        long newRows) {
    public SiteDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        dated = List.copyOf(dated);
        cells = List.copyOf(cells);
    }

    public boolean isEmpty() {
        return added.isEmpty()
                && removed.isEmpty()
                && changed.isEmpty()
                && dated.isEmpty()
                && cells.isEmpty()
                && newRows == 0;
    }

    /** Changed grades and bands. */
    public List<CellChange> grades() {
        return cells.stream().filter(CellChange::isGrade).toList();
    }

    /** Changed numbers. */
    public List<CellChange> numbers() {
        return cells.stream().filter(cell -> !cell.isGrade()).toList();
    }
}
