package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.content.CsvTable;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.SurveyDesign;
import org.gongshi.evaluation.statistics.SurveyFault;

/** One case: what design.json asks of data.csv. */
public final class SurveyCase {
    private static final Map<String, Estimator> ESTIMATORS = estimators();

    private final Node root;
    private final CaseData data;
    private final List<CaseFault> faults = new ArrayList<>();

    private SurveyCase(Node root, CaseData data) {
        this.root = root;
        this.data = data;
    }

    private static Map<String, Estimator> estimators() {
        Map<String, Estimator> all = new LinkedHashMap<>();
        all.put("mean", SingleEstimates::mean);
        all.put("total", SingleEstimates::total);
        all.put("ratio", SingleEstimates::ratio);
        all.put("distribution", SingleEstimates::distribution);
        all.put("proportion", SingleEstimates::proportion);
        all.put("contrast", Comparisons::contrast);
        all.put("pairwise", Comparisons::pairwise);
        all.put("equality", Comparisons::equality);
        all.put("raoScott", Comparisons::raoScott);
        all.put("composite", Comparisons::composite);
        all.put("alpha", Scales::alpha);
        all.put("omega", Scales::omega);
        all.put("weights", WeightsAndRates::weights);
        all.put("responseRate", WeightsAndRates::responseRate);
        all.put("ranks", Ranking::ranks);
        all.put("flags", Flagging::flags);
        all.put("suppressPrimary", Disclosure::primary);
        all.put("suppressGroup", Disclosure::group);
        all.put("suppressionAudit", Disclosure::audit);
        all.put("suppressionOptimal", Disclosure::optimum);
        all.put("publishability", Publishing::publishability);
        return all;
    }

    /** The file of rows that a design names; {@code data.csv} unless it says otherwise. */
    public static String dataFile(byte[] designJson) {
        return root(designJson)
                .field("data")
                .flatMap(data -> data.optionalText("file"))
                .orElse("data.csv");
    }

    /**
     * Computes a case. An analysis that is not described as expected is left out and told among the faults; one that cannot
     * be computed from this sample gets its error code.
     *
     * @param designJson the bytes of design.json
     * @param dataCsv the text of data.csv
     * @throws CaseFault when the design or the data as a whole are not as expected
     */
    public static CaseOutcome compute(byte[] designJson, String dataCsv) {
        Node root = root(designJson);
        var computed = new SurveyCase(root, new CaseData(table(root, dataCsv), variables(root)));
        return computed.run();
    }

    private static Node root(byte[] designJson) {
        try {
            return new Node("design.json: ", JsonText.parse(withoutMark(designJson)));
        } catch (JsonFault fault) {
            throw new CaseFault(
                    "design.json line " + fault.line() + " column " + fault.column(),
                    fault.getMessage(),
                    "strict JSON in UTF-8",
                    "correct the file there");
        }
    }

    /** RFC 8259: a program may pass over the byte order mark that some editors write before UTF-8. */
    private static byte[] withoutMark(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static CsvTable table(Node root, String dataCsv) {
        CsvTable table;
        try {
            table = CsvTable.parse(dataCsv);
        } catch (CsvTable.Fault fault) {
            throw new CaseFault(
                    "data.csv line " + fault.line(),
                    fault.getMessage(),
                    "comma-separated values with a header line (RFC 4180)",
                    "correct the line");
        }
        Optional<Node> rows = root.field("data").flatMap(data -> data.field("rows"));
        if (rows.isPresent() && rows.get().asNumber() != table.rows().size()) {
            throw rows.get()
                    .fault(
                            "says " + Codes.of(rows.get().asNumber()) + " rows",
                            table.rows().size() + ", as data.csv has",
                            "correct the number, or look whether data.csv is complete");
        }
        return table;
    }

    private static Map<String, Variable> variables(Node root) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        Optional<Node> section = root.field("variables");
        if (section.isPresent()) {
            if (!(section.get().value() instanceof Json.Obj object)) {
                throw section.get().fault("is no object", "a description for each column name", "write { ... }");
            }
            for (String name : object.fields().keySet()) {
                variables.put(name, Variable.read(name, section.get().required(name)));
            }
        }
        return variables;
    }

    private CaseOutcome run() {
        List<Node> analyses = root.required("analyses").items();
        List<Json> results = new ArrayList<>();
        try {
            SurveyDesign design = new DesignReader(
                            data,
                            root.field("design")
                                    .orElse(new Node(
                                            "design.json: design", Json.object().build())))
                    .read();
            Domain inside = Domain.all(data.rows());
            var steps = new StepRunner(data);
            for (Node step : root.list("steps")) {
                design = steps.apply(design, step);
                inside = steps.inside(inside, step);
            }
            for (Node analysis : analyses) {
                run(new Context(data, design, inside, analysis)).ifPresent(results::add);
            }
        } catch (SurveyFault fault) {
            analyses.forEach(analysis -> results.add(error(analysis.text("id"), fault)));
        }
        Json.Obj whole = Json.object()
                .put("id", root.text("id"))
                .put("results", Json.array(results))
                .build();
        return new CaseOutcome(whole, faults, data.outsideScales());
    }

    private Optional<Json> run(Context context) {
        try {
            String id = context.analysis().text("id");
            try {
                return Optional.of(estimator(context.analysis()).run(context).json(id));
            } catch (SurveyFault fault) {
                return Optional.of(error(id, fault));
            }
        } catch (CaseFault fault) {
            faults.add(fault);
            return Optional.empty();
        } catch (RuntimeException fault) {
            // One faulty analysis must not take the others of its case with it; it is told as what it is.
            faults.add(new CaseFault(
                    context.analysis().path(),
                    "met a fault of the program: " + fault,
                    "a value or an error code",
                    "please report it with the case"));
            return Optional.empty();
        }
    }

    private static Estimator estimator(Node analysis) {
        String name = analysis.text("estimator");
        Estimator found = ESTIMATORS.get(name);
        if (found == null) {
            throw analysis.required("estimator")
                    .fault("is \"" + name + "\"", String.join(", ", ESTIMATORS.keySet()), "choose one of them");
        }
        return found;
    }

    private static Json error(String id, SurveyFault fault) {
        return Json.object()
                .put("id", id)
                .put("error", fault.code().word())
                .put("message", fault.getMessage())
                .build();
    }
}
