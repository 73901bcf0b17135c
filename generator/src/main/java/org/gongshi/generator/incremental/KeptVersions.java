package org.gongshi.generator.incremental;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.generator.compose.KeptPage;
import org.gongshi.generator.compose.OldVersions;
import org.gongshi.generator.document.OldPrint;
import org.gongshi.generator.guard.PersonalDataGuard;
import org.gongshi.generator.seal.Manifest;
import org.gongshi.generator.seal.ReleaseStage;

/**
 * What stays readable of the release before (更正前的页面): all its old pages, and the pages that a correction which it did not
 * know replaces now: the page of which the correction speaks, the report that belongs to it, the overview of its round. A page in which
 * personal data is found is not kept: that a page was wrong does not make public what must not be.
 */
public final class KeptVersions {
    /** An old page with its stamped bytes, and the files beside it that it needs: its data, its pictures, its print. */
    private record Stamped(KeptPage page, byte[] html, Map<String, byte[]> beside) {}

    private static final String DATA = "index.json";

    private static final String LIST = "versions/index.json";

    private final Optional<Path> release;
    private final String address;
    private final List<KeptPage> pages = new ArrayList<>();
    private final List<Stamped> stamped = new ArrayList<>();

    private KeptVersions(Optional<Path> release, String address) {
        this.release = release;
        this.address = address;
    }

    /** Nothing came before. */
    public static KeptVersions none() {
        return new KeptVersions(Optional.empty(), "");
    }

    /**
     * What is to be kept.
     *
     * @param release the folder that is public now
     * @param corrections all corrections of the new release
     * @param guard refuses pages with personal data
     * @param address of the site, as a print names it
     */
    public static KeptVersions of(
            Path release, Manifest manifest, List<Correction> corrections, PersonalDataGuard guard, String address)
            throws IOException {
        Path list = release.resolve(LIST);
        if (!Files.exists(list)) {
            // A release of an earlier version of the program: which corrections it knew nobody can tell.
            return none();
        }
        KeptVersions kept = new KeptVersions(Optional.of(release), address);
        OldVersions.Before before = OldVersions.read(Files.readAllBytes(list));
        Set<String> seen = new HashSet<>();
        for (Correction correction : corrections) {
            if (!before.knows(correction)) {
                for (String path : pages(correction)) {
                    if (seen.add(path)) {
                        kept.keep(path, manifest, correction, guard);
                    }
                }
            }
        }
        before.pages().stream()
                .filter(page -> Files.isRegularFile(release.resolve(page.address())))
                .forEach(kept.pages::add);
        return kept;
    }

    /** The list for the new release. */
    public OldVersions list() {
        return new OldVersions(pages);
    }

    /** Puts the old pages into the new release. */
    void stage(ReleaseStage stage, Predicate<String> exists) throws IOException {
        for (Stamped one : stamped) {
            String address = one.page().address();
            stage.add(
                    address,
                    OldPage.relinked(
                            one.html(), one.page(), exists, one.beside().keySet()));
            for (Map.Entry<String, byte[]> file : one.beside().entrySet()) {
                stage.add(folder(address) + file.getKey(), file.getValue());
            }
        }
        if (release.isPresent()) {
            Path folder = release.get().resolve("versions");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String path = release.get().relativize(file).toString().replace('\\', '/');
                    if (path.matches("versions/[0-9]{4,}/.*")) {
                        stage.add(path, Files.readAllBytes(file));
                    }
                }
            }
        }
    }

    private void keep(String path, Manifest manifest, Correction correction, PersonalDataGuard guard)
            throws IOException {
        Path file = release.orElseThrow().resolve(path);
        if (!Files.isRegularFile(file)) {
            return;
        }
        byte[] html = Files.readAllBytes(file);
        if (!guard.check(path, html).isEmpty()) {
            return;
        }
        KeptPage page = new KeptPage(
                manifest.sequence(),
                manifest.provenance().asOf(),
                path,
                OldPage.title(new String(html, StandardCharsets.UTF_8)),
                correction);
        pages.add(page);
        stamped.add(new Stamped(page, OldPage.stamped(html, page), beside(page, html)));
    }

    /** The page, its report, the overview of its round. */
    private static Set<String> pages(Correction correction) {
        String page = correction.file();
        Set<String> pages = new LinkedHashSet<>(List.of(page));
        String folder = page.substring(0, page.lastIndexOf('/') + 1);
        pages.add(folder + "report/index.html");
        String round = folder.replaceFirst("^((?:[0-9]{6}/)?[0-9]{4}/).+$", "$1");
        if (round.matches("(?:[0-9]{6}/)?[0-9]{4}/")) {
            pages.add(round + "index.html");
        }
        return pages;
    }

    private Map<String, byte[]> beside(KeptPage page, byte[] html) throws IOException {
        Map<String, byte[]> beside = new TreeMap<>();
        Path folder = release.orElseThrow().resolve(folder(page.path()));
        List<String> names = new ArrayList<>(OldPage.pictures(new String(html, StandardCharsets.UTF_8)));
        names.add(DATA);
        for (String name : names) {
            if (Files.isRegularFile(folder.resolve(name))) {
                beside.put(name, Files.readAllBytes(folder.resolve(name)));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            String current = address + folder(page.path());
            for (Path print :
                    files.filter(file -> file.toString().endsWith(".pdf")).toList()) {
                beside.put(
                        print.getFileName().toString(),
                        OldPrint.stamped(Files.readAllBytes(print), OldPage.print(page, current), current));
            }
        }
        return beside;
    }

    private static String folder(String page) {
        return page.substring(0, page.lastIndexOf('/') + 1);
    }
}
