package org.gongshi.survey.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongshi.survey.estimate.CaseFault;
import org.gongshi.survey.estimate.CaseFolders;
import org.gongshi.survey.estimate.CaseOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code survey estimate CASES_DIR RESULTS_DIR}: computes one case folder or a folder of cases. Exit code 0 when all could be
 * computed, 1 when some could not, 64 for wrong arguments.
 */
@Command(
        name = "estimate",
        description = "用同一套估计方法计算自备数据：每个案例目录（design.json、data.csv）得到 RESULTS_DIR/CASE.json",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = EstimateCommand.USAGE,
        exitCodeOnExecutionException = EstimateCommand.FAILED)
public final class EstimateCommand implements Callable<Integer> {
    static final int FAILED = 1;
    static final int USAGE = 64;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CASES_DIR", descriptionKey = "cases", description = "一个案例目录，或包含若干案例目录的目录")
    private Path cases;

    @Parameters(
            index = "1",
            paramLabel = "RESULTS_DIR",
            descriptionKey = "results",
            description = "写入 CASE.json 的目录，没有则建立")
    private Path results;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(cases)) {
            err.println(cases + " is no folder; name a case folder or a folder of cases");
            return USAGE;
        }
        if (Files.exists(results) && !Files.isDirectory(results)) {
            err.println(results + " is a file; name a folder for the results");
            return USAGE;
        }
        List<Path> folders = CaseFolders.find(cases);
        if (folders.isEmpty()) {
            err.println(cases + " holds no case: no folder in it has a design.json");
            return FAILED;
        }
        int faulty = 0;
        for (Path folder : folders) {
            faulty += compute(folder) ? 0 : 1;
        }
        spec.commandLine().getOut().println((folders.size() - faulty) + " of " + folders.size() + " cases computed");
        return faulty == 0 ? 0 : FAILED;
    }

    private boolean compute(Path folder) {
        try {
            CaseOutcome outcome = CaseFolders.compute(folder, results);
            outcome.warnings().forEach(warning -> tell(folder, "warning: " + warning.getMessage()));
            outcome.faults().forEach(fault -> tell(folder, fault.getMessage()));
            return outcome.faults().isEmpty();
        } catch (CaseFault fault) {
            tell(folder, fault.getMessage());
        } catch (IOException fault) {
            tell(folder, "cannot be read or written: " + fault.getMessage());
        } catch (RuntimeException fault) {
            // One faulty case must not stop the others; this one is told as what it is, a fault of the program.
            tell(folder, "a fault of the program, please report it: " + fault);
        }
        return false;
    }

    private void tell(Path folder, String what) {
        spec.commandLine().getErr().println(CaseFolders.name(folder) + ": " + what);
    }
}
