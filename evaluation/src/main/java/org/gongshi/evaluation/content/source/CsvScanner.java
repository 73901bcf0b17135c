package org.gongshi.evaluation.content.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/**
 * Splits CSV into cells, each with line and column. By hand, since the CSV parser of the house's library tells no cell's position
 * and takes a stray quote for text.
 */
final class CsvScanner {
    private static final int MOST_CELLS = 1_000_000;

    /** A cell without its quotes. */
    record Cell(Location at, String text) {}

    /** The cells of one record, which may span several lines of the file. */
    record Line(Location at, List<Cell> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(cell -> cell.text().isBlank());
        }
    }

    private final SourceFile file;
    private final String text;
    private int position;
    private int line = 1;
    private int column = 1;

    private CsvScanner(SourceFile file, String text) {
        this.file = file;
        this.text = text;
    }

    static Optional<List<Line>> scan(SourceFile file, String text, Findings findings) {
        try {
            return Optional.of(new CsvScanner(file, text).lines());
        } catch (Refused refused) {
            findings.error(refused.at, refused.getMessage(), refused.hint);
            return Optional.empty();
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int count = 0;
        while (position < text.length()) {
            Line next = nextLine();
            count += next.cells().size();
            if (count > MOST_CELLS) {
                throw new Refused(next.at(), "表格超过 " + MOST_CELLS + " 格", "请核对文件内容");
            }
            lines.add(next);
        }
        return lines;
    }

    private Line nextLine() {
        Location start = here();
        List<Cell> cells = new ArrayList<>();
        do {
            cells.add(peek() == '"' ? quoted() : bare());
        } while (skip(','));
        if (position < text.length() && !skipLineEnd()) {
            throw new Refused(here(), "右引号之后应为逗号或行末", "单元格内的双引号请写两个：\"\"");
        }
        return new Line(start, cells);
    }

    private Cell bare() {
        Location at = here();
        int start = position;
        while (position < text.length() && peek() != ',' && peek() != '\n' && peek() != '\r') {
            if (peek() == '"') {
                throw new Refused(here(), "没有引号的单元格里出现了双引号", "请把整格用双引号括起来，格内的双引号写两个：\"\"");
            }
            advance();
        }
        return new Cell(at, text.substring(start, position));
    }

    private Cell quoted() {
        Location at = here();
        advance();
        StringBuilder cell = new StringBuilder();
        while (position < text.length()) {
            char c = peek();
            advance();
            if (c != '"') {
                cell.append(c);
            } else if (peek() == '"') {
                cell.append(c);
                advance();
            } else {
                return new Cell(at, cell.toString());
            }
        }
        throw new Refused(at, "这里的引号没有成对", "请在单元格末尾补上双引号");
    }

    private boolean skip(char expected) {
        if (position < text.length() && peek() == expected) {
            advance();
            return true;
        }
        return false;
    }

    private boolean skipLineEnd() {
        boolean carriageReturn = skip('\r');
        return skip('\n') || carriageReturn;
    }

    /** The character at the position; NUL, which no file holds, at the end. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private void advance() {
        char c = text.charAt(position++);
        boolean lineEnd = c == '\n' || (c == '\r' && peek() != '\n');
        if (lineEnd) {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(c)) {
            column++;
        }
    }

    private Location here() {
        return file.at(line, column);
    }

    /** Stops the reading of one file. */
    private static final class Refused extends RuntimeException {
        private final Location at;
        private final String hint;

        Refused(Location at, String message, String hint) {
            super(message, null, false, false);
            this.at = at;
            this.hint = hint;
        }
    }
}
