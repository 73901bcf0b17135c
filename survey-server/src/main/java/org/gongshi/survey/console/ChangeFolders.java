package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.StoreFault;

/**
 * Where changes wait that nobody accepted yet (待接受的改动): {@code N/job.json} and what would be written below {@code N/new}, readable
 * by the owner alone. What is decided leaves a line without any of its contents.
 */
final class ChangeFolders {
    private final Path root;
    private final Path content;

    ChangeFolders(Path root, Path content) {
        this.root = Objects.requireNonNull(root, "root");
        this.content = Objects.requireNonNull(content, "content");
    }

    /** All that are on file, newest first; one that was under way when the server stopped is interrupted. */
    List<ChangeJob> read() {
        if (!Files.isDirectory(root)) {
            return new ArrayList<>();
        }
        try (Stream<Path> folders = Files.list(root)) {
            List<ChangeJob> jobs = new ArrayList<>();
            for (Path folder : folders.toList()) {
                if (Files.exists(folder.resolve("job.json"))) {
                    jobs.add(read(folder));
                } else {
                    // Copies of something that was under way.
                    SiteFolders.remove(folder);
                }
            }
            jobs.sort(Comparator.comparingInt(ChangeJob::number).reversed());
            return jobs;
        } catch (IOException fault) {
            throw new StoreFault("目录无法读取：" + root, fault);
        }
    }

    private ChangeJob read(Path folder) throws IOException {
        var json = (Json.Obj) JsonText.parse(Files.readAllBytes(folder.resolve("job.json")));
        var job = new ChangeJob(
                Integer.parseInt(text(json, "number")),
                ChangeKind.ofKey(text(json, "kind")),
                text(json, "title"),
                text(json, "account"),
                text(json, "person"),
                OffsetDateTime.parse(text(json, "moment")));
        ChangeJob.State state = ChangeJob.State.valueOf(text(json, "state"));
        job.turn(ChangeJob.State.RUNNING, state == ChangeJob.State.RUNNING ? ChangeJob.State.INTERRUPTED : state);
        for (Json.Obj one : items(json, "bound")) {
            job.bind(new ChangeJob.Bound(
                    text(one, "subject"),
                    text(one, "place"),
                    text(one, "score"),
                    text(one, "grade"),
                    text(one, "digest")));
        }
        for (Json.Obj one : items(json, "changes")) {
            Path file = folder.resolve("new").resolve(text(one, "name"));
            Optional<byte[]> after =
                    DeskFiles.text(one, "gone").isEmpty() ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            job.change(
                    text(one, "name"),
                    new ChangeJob.Change(text(one, "before"), after, diff(text(one, "name"), after)));
        }
        items(json, "said").forEach(one -> job.say(text(one, "line")));
        return job;
    }

    /** The lines that would come and go, against what lies there now. */
    List<String> diff(String name, Optional<byte[]> after) throws IOException {
        Path live = content.resolve(name);
        return ChangedFiles.diff(Files.exists(live) ? Optional.of(Files.readAllBytes(live)) : Optional.empty(), after);
    }

    /** One at a time: who accepts a change may be faster than who wrote down that it can be accepted. */
    synchronized void write(ChangeJob job) {
        Path folder = folder(job);
        boolean waits = job.state() == ChangeJob.State.READY;
        try {
            Files.createDirectories(folder);
            if (waits) {
                for (Map.Entry<String, ChangeJob.Change> one : job.changes().entrySet()) {
                    Path file = folder.resolve("new").resolve(one.getKey());
                    Files.createDirectories(file.getParent());
                    one.getValue().after().ifPresent(bytes -> Disk.write(file, bytes));
                }
            }
        } catch (IOException fault) {
            throw new StoreFault("目录无法写入：" + folder, fault);
        }
        Disk.write(folder.resolve("job.json"), json(job, waits));
        if (!waits) {
            SiteFolders.remove(folder.resolve("new"));
        }
    }

    void remove(ChangeJob job) {
        SiteFolders.remove(folder(job));
    }

    private Path folder(ChangeJob job) {
        return root.resolve(Integer.toString(job.number()));
    }

    private static byte[] json(ChangeJob job, boolean waits) {
        List<Json> bound = job.bound().stream()
                .<Json>map(one -> Json.object()
                        .put("subject", one.subject())
                        .put("place", one.place())
                        .put("score", one.score())
                        .put("grade", one.grade())
                        .put("digest", one.digest())
                        .build())
                .toList();
        List<Json> changes = job.changes().entrySet().stream()
                .<Json>map(one -> Json.object()
                        .put("name", one.getKey())
                        .put("before", one.getValue().before())
                        .put("gone", one.getValue().after().isPresent() ? "" : "gone")
                        .build())
                .toList();
        List<Json> said = job.said().stream()
                .<Json>map(line -> Json.object().put("line", line).build())
                .toList();
        return JsonText.pretty(Json.object()
                .put("number", Integer.toString(job.number()))
                .put("kind", job.kind().key())
                .put("title", job.title())
                .put("account", job.account())
                .put("person", job.person())
                .put("moment", job.moment().toString())
                .put("state", job.state().name())
                .put("bound", Json.array(bound))
                .put("changes", Json.array(waits ? changes : List.of()))
                .put("said", Json.array(waits ? said : List.of()))
                .build());
    }

    private static String text(Json.Obj object, String field) {
        return ((Json.Str) object.field(field).orElseThrow()).value();
    }

    private static List<Json.Obj> items(Json.Obj object, String field) {
        return ((Json.Arr) object.field(field).orElseThrow())
                .items().stream().map(Json.Obj.class::cast).toList();
    }
}
