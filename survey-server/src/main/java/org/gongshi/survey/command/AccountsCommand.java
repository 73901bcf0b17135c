package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.OfficeFault;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.store.StoreFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code survey accounts}: the console's accounts, from the machine itself; also while the server runs. */
@Command(
        name = "accounts",
        description = "控制台账号：在本机新增、列出、重置（服务运行时也可以）",
        mixinStandardHelpOptions = true,
        subcommands = {AccountsCommand.Add.class, AccountsCommand.Show.class, AccountsCommand.Reset.class})
public final class AccountsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少子命令：add、list 或 reset");
    }

    /** {@code survey accounts add}. */
    @Command(name = "add", description = "新增账号，打印首次口令（只此一次）", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private FolderOptions folders;

        @Mixin
        private OfficeOptions options;

        @Parameters(index = "0", paramLabel = "NAME", description = "账号名")
        private String name;

        @Option(names = "--person", required = true, paramLabel = "WHO", description = "使用人：姓名或岗位")
        private String person;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "角色：admin、clerk、reviewer、analyst、coordinator、auditor")
        private String role;

        @Option(names = "--place", paramLabel = "P", description = "地区代码（只有 coordinator 须写）")
        private String place;

        @Override
        public Integer call() {
            Role wanted = Role.ofKey(role)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "没有这个角色：" + role + "（可用 "
                                    + Arrays.stream(Role.values())
                                            .map(Role::key)
                                            .collect(Collectors.joining("、")) + "）"));
            if (place != null && !place.matches("\\d{6}")) {
                throw new ParameterException(spec.commandLine(), "--place 应为六位数字：" + place);
            }
            return withOffice(spec, folders, options, office -> {
                String first = office.add(
                        name, person, wanted, Optional.ofNullable(place).map(PlaceCode::new));
                PrintWriter out = spec.commandLine().getOut();
                out.println("已新增账号 " + name + "（" + wanted.label() + "，" + person + "）");
                out.println("首次口令（只显示这一次，首次登录须改）：" + first);
                return Desk.DONE;
            });
        }
    }

    /** {@code survey accounts list}. */
    @Command(name = "list", description = "列出账号", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private FolderOptions folders;

        @Mixin
        private OfficeOptions options;

        @Override
        public Integer call() {
            return withExisting(spec, folders, options, office -> {
                for (Person one : office.accounts().all()) {
                    spec.commandLine()
                            .getOut()
                            .println(one.name() + "  " + one.person() + "  "
                                    + one.role().label()
                                    + one.place()
                                            .map(code -> " " + code.value())
                                            .orElse("")
                                    + (one.enabled() ? "" : "  已停用") + (one.fresh() ? "  未首次登录" : "")
                                    + (one.hasSecondFactor() ? "  两步验证" : ""));
                }
                return Desk.DONE;
            });
        }
    }

    /** {@code survey accounts reset}: the last way back for an administrator without a phone. */
    @Command(name = "reset", description = "重置账号：发新的首次口令，解除两步验证", mixinStandardHelpOptions = true)
    static final class Reset implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private FolderOptions folders;

        @Mixin
        private OfficeOptions options;

        @Parameters(index = "0", paramLabel = "NAME", description = "账号名")
        private String name;

        @Override
        public Integer call() {
            return withExisting(spec, folders, options, office -> {
                String first = office.accounts().reset(name);
                office.log().write("-", "-", Action.MANAGE_ACCOUNTS.key(), "重置 " + name, AuditEntry.Outcome.DONE);
                PrintWriter out = spec.commandLine().getOut();
                out.println("已重置账号 " + name + "；此前的登录全部失效");
                out.println("首次口令（只显示这一次，首次登录须改）：" + first);
                return Desk.DONE;
            });
        }
    }

    /** Like {@link #withOffice}, but never makes an office where none is. */
    static int withExisting(
            CommandSpec spec, FolderOptions folders, OfficeOptions options, ToIntFunction<Office> work) {
        OfficeFolder folder = options.folder(folders);
        if (!folder.exists()) {
            spec.commandLine().getErr().println("错误：没有办公目录：" + folder.root() + "（gongshi office 的文件夹用 --home 指明）");
            return Desk.REFUSED;
        }
        return withOffice(spec, folders, options, work);
    }

    static int withOffice(CommandSpec spec, FolderOptions folders, OfficeOptions options, ToIntFunction<Office> work) {
        PrintWriter err = spec.commandLine().getErr();
        try (Office office = OfficeOptions.open(options.folder(folders))) {
            return work.applyAsInt(office);
        } catch (OfficeFault | StoreFault | SecretFault fault) {
            err.println("错误：" + fault.getMessage());
            return Desk.REFUSED;
        }
    }
}
