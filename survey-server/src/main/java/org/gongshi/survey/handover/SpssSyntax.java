package org.gongshi.survey.handover;

import java.util.List;
import java.util.Map;

/** SPSS syntax that reads a CSV file of the pack and labels it; PSPP takes it as well. */
final class SpssSyntax {
    private SpssSyntax() {}

    static String of(String file, String title, List<Variable> variables) {
        var text = new StringBuilder("* " + line(title)
                + ".\n* 中文须在 Unicode 方式下读：SPSS 21 及以后默认如此，更早的先单独运行 SET UNICODE=ON.\nGET DATA /TYPE=TXT /FILE='" + file
                + "' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED\n  /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS=\",\" /QUALIFIER='\"'\n"
                + "  /VARIABLES=\n");
        variables.forEach(one -> text.append("    ")
                .append(one.name())
                .append(' ')
                .append(one.format())
                .append('\n'));
        text.append("  .\nVARIABLE LABELS\n");
        // A slash stands between labels, not before the first: PSPP refuses it there, and then no variable has a label.
        variables.forEach(one -> text.append(one == variables.get(0) ? "  " : "  /")
                .append(one.name())
                .append(' ')
                .append(quote(one.label()))
                .append('\n'));
        text.append("  .\n");
        variables.stream().filter(one -> !one.values().isEmpty()).forEach(one -> values(text, one));
        variables.stream()
                .filter(one -> one.missing() >= 0)
                .forEach(one -> text.append("MISSING VALUES ")
                        .append(one.name())
                        .append(" (")
                        .append(one.missing())
                        .append(").\n"));
        return text.append("WEIGHT BY weight.\nEXECUTE.\n"
                        + "* 抽样误差须用复杂抽样：CSPLAN 以 stratum 为层、psu 为单元、weight 为权数（不含校准的影响，略宽；含校准的见 estimate.R）.\n")
                .toString();
    }

    private static void values(StringBuilder text, Variable variable) {
        text.append("VALUE LABELS ").append(variable.name());
        for (Map.Entry<String, String> value : variable.values().entrySet()) {
            String key = variable.isText() ? quote(value.getKey()) : value.getKey();
            text.append("\n  ").append(key).append(' ').append(quote(value.getValue()));
        }
        text.append(".\n");
    }

    /** A label of at most 120 characters, its quotes doubled. */
    private static String quote(String label) {
        String plain = line(label);
        String cut = plain.length() > 120 ? plain.substring(0, 119) + "…" : plain;
        return "'" + cut.replace("'", "''") + "'";
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
