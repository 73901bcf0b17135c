package org.gongshi.survey.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.office.Action;
import org.gongshi.templates.office.FileEditPage;
import org.gongshi.templates.office.FilePage;
import org.gongshi.templates.office.FilesPage;

/** The files of the content (内容文件): looked at with a line marked, and edited as they stand where no form is made for them. */
final class FileHandlers {
    private static final int AROUND = 300;
    private static final int LONGEST_LINE = 3000;

    private final House house;
    private final Frames frames;
    private final SiteWorks works;
    private final ChangeDesk desk;

    FileHandlers(House house, Frames frames, SiteWorks works, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.works = Objects.requireNonNull(works, "works");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/files", Action.SEE_SITE, this::list),
                Route.get("/office/file", Action.SEE_SITE, this::show),
                Route.get("/office/file/edit", Action.CHANGE_CONTENT, this::form),
                Route.upload("/office/file/edit", Action.CHANGE_CONTENT, this::edit));
    }

    /**
     * Where a line of a file is shown.
     *
     * @param job number of a preparation of the site whose copy is meant; empty for the content itself
     */
    static String address(String name, String line, String job) {
        String about = job.isEmpty() ? "" : "&job=" + job;
        String at = line.isEmpty() ? "" : "&line=" + line + "#L" + line;
        return "/office/file?path=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + about + at;
    }

    private Answer list(Visit visit) {
        String round = house.round().round() + "/";
        List<String> own = new ArrayList<>();
        List<String> others = new ArrayList<>();
        ContentFiles.all(house.content().root()).forEach(name -> (name.startsWith(round) ? own : others).add(name));
        return Answer.page(new FilesPage(
                frames.frame(visit, "files"),
                own.stream().map(FileHandlers::entry).toList(),
                others.stream().map(FileHandlers::entry).toList(),
                visit.may(Action.CHANGE_CONTENT)));
    }

    private static FilesPage.Entry entry(String name) {
        return new FilesPage.Entry(name, ContentNames.of(name), address(name, "", ""));
    }

    private Answer show(Visit visit) {
        String name = visit.request().asked("path");
        String job = visit.request().asked("job");
        Optional<Path> root = job.isEmpty()
                ? Optional.of(house.content().root())
                : number(job).flatMap(works::content);
        Optional<Path> file = root.flatMap(found -> ContentFiles.find(found, name));
        if (file.isEmpty()) {
            return frames.message(
                    404, visit, "not-found", List.of(frames.words().say("file.gone")));
        }
        List<String> lines = ContentFiles.text(file.get()).lines().toList();
        int marked = number(visit.request().asked("line"))
                .filter(at -> at <= lines.size())
                .orElse(0);
        int first = Math.max(0, Math.min(marked, lines.size()) - AROUND);
        int last = Math.min(lines.size(), first + 2 * AROUND);
        return Answer.page(new FilePage(
                frames.frame(visit, "files"),
                name,
                job,
                first + 1,
                lines.size(),
                marked,
                lines.subList(first, last).stream().map(FileHandlers::shown).toList(),
                first > 0 ? Optional.of(address(name, "" + Math.max(1, first - AROUND + 1), job)) : Optional.empty(),
                last < lines.size()
                        ? Optional.of(address(name, "" + Math.min(lines.size(), last + AROUND), job))
                        : Optional.empty(),
                job.isEmpty() && visit.may(Action.CHANGE_CONTENT) && ContentFiles.isEditable(name)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(house.clock().instant(), House.ZONE);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,7}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static String shown(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "……";
    }

    private Answer form(Visit visit) {
        String name = visit.request().asked("path").strip();
        if (!ContentFiles.isEditable(name)) {
            return frames.message(
                    404, visit, "not-found", List.of(frames.words().say("file.name.wrong")));
        }
        Path file = ContentFiles.target(house.content().root(), name);
        boolean there = Files.exists(file);
        return Answer.page(new FileEditPage(
                frames.frame(visit, "files"),
                name,
                !there,
                there ? ContentFiles.text(file) : ContentNames.beginning(name, today()),
                digest(file),
                List.of()));
    }

    private Answer stale(Visit visit, Path live, String name) {
        String text = visit.text("text");
        String now = Files.exists(live) ? ContentFiles.text(live) : "";
        List<String> since = TextDiff.of(text.lines().toList(), now.lines().toList());
        return Answer.page(
                        409,
                        new FileEditPage(
                                frames.frame(visit, "files"), name, !Files.exists(live), text, digest(live), since))
                .about(name + " 已被别人改动");
    }

    private static String digest(Path file) {
        return Files.exists(file)
                ? Digest.of(ContentFiles.text(file).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : "";
    }

    private Answer edit(Visit visit) {
        String name = visit.text("path");
        Path live = ContentFiles.target(house.content().root(), name);
        if (!digest(live).equals(visit.text("digest"))) {
            return stale(visit, live, name);
        }
        // A browser sends line ends of its own.
        String text = visit.text("text").replace("\r\n", "\n").replace('\r', '\n');
        String whole = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        ChangeJob job = desk.begin(ChangeKind.TEXT, name, visit.person(), (own, content, ignored) -> {
            Path file = content.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, whole);
            return true;
        });
        return Answer.go("/office/changes/" + job.number()).about("编辑 " + name);
    }
}
