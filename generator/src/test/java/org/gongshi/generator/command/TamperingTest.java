package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.generator.seal.SiteFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A whole published site with pages, data, PDF and XLSX files is tampered with in more than a hundred ways, each chosen by its seed: a
 * citizen who has the office's key and an old line of the chain finds every one, with the exit code that the documentation names.
 */
class TamperingTest {
    private static final int SEEDS = 6;
    private static final Set<String> SEAL =
            Set.of("manifest.json", "SHA256SUMS", "SHA256SUMS.ed25519", "key.pem", "chain.txt");

    @TempDir
    static Path folder;

    private static Path before;
    private static Path site;
    private static Path key;
    private static Path head;

    /** Two releases; the second has another notice and is the one that is tampered with. */
    @BeforeAll
    static void publish() throws IOException {
        Path content = folder.resolve("content");
        ContentFixture fixture = ContentFixture.valid(content);
        Path secret = folder.resolve("site.key");
        PrivateFile.write(secret, SiteFixture.KEY.toPem());
        key = Files.writeString(
                folder.resolve("office.pub"), SiteFixture.KEY.publicKey().toPem());
        Path output = folder.resolve("public");
        Terminal terminal = new Terminal(folder, "2025-12-31");
        for (String release : List.of("before", "site")) {
            fixture.write(
                    "notices/2025-12-01-n.md",
                    "---\ntitle: " + release + "\ndate: 2025-12-01\n---\n\n" + release + "\n");
            assertThat(terminal.run("build", "--content", content, "--output", output, "--key", secret))
                    .as(terminal.out() + terminal.err())
                    .isZero();
            copy(output.toRealPath(), folder.resolve(release));
        }
        before = folder.resolve("before");
        site = folder.resolve("site");
        head = site.resolve("chain.txt");
    }

    /** One way of tampering: what is done, and which codes may be the lowest. */
    private enum Way {
        FLIP_PAGE(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, some(at, random, ".html"), random);
            }
        },
        FLIP_CSV(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, some(at, random, ".csv"), random);
            }
        },
        FLIP_JSON(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, some(at, random, ".json"), random);
            }
        },
        FLIP_PDF(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, some(at, random, ".pdf"), random);
            }
        },
        FLIP_XLSX(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, some(at, random, ".xlsx"), random);
            }
        },
        FLIP_MANIFEST(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, "manifest.json", random);
            }
        },
        /** A changed name in the list makes a file missing; anything else makes the list malformed or a file changed. */
        FLIP_CHECKSUMS(Set.of(2, 3)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, "SHA256SUMS", random);
            }
        },
        FLIP_SIGNATURE(Set.of(5)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, "SHA256SUMS.ed25519", random);
            }
        },
        FLIP_KEY(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, "key.pem", random);
            }
        },
        /** A changed sequence can tell of a later release. */
        FLIP_CHAIN(Set.of(6, 7)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                flip(at, "chain.txt", random);
            }
        },
        SWAP_TWO_FILES(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                Path one = at.resolve(some(at, random, ".html"));
                byte[] bytes = Files.readAllBytes(one);
                Path other = at.resolve(any(at, random, path -> !Arrays.equals(bytes, bytes(at.resolve(path)))));
                Files.write(one, Files.readAllBytes(other));
                Files.write(other, bytes);
            }
        },
        REMOVE_A_FILE(Set.of(3)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                Files.delete(at.resolve(any(at, random, path -> true)));
            }
        },
        REMOVE_A_FOLDER(Set.of(3)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                Path top =
                        at.resolve(any(at, random, path -> path.contains("/"))).getParent();
                try (Stream<Path> all = Files.walk(top)) {
                    for (Path one :
                            all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(one);
                    }
                }
            }
        },
        RENAME_A_FILE(Set.of(3)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                Path file = at.resolve(any(at, random, path -> true));
                Files.move(file, file.resolveSibling("renamed-" + file.getFileName()));
            }
        },
        ADD_A_FILE(Set.of(4)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                Path beside = at.resolve(any(at, random, path -> true));
                List<String> names = List.of("index.htm", ".htaccess", "x.js", "index.html.bak", "extra.csv", "新.html");
                Files.writeString(beside.resolveSibling(names.get(random.nextInt(names.size()))), "added");
            }
        },
        /** Where something may be put tomorrow. */
        ADD_AN_EMPTY_FOLDER(Set.of(4)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                Path beside = at.resolve(any(at, random, path -> true));
                Files.createDirectories(beside.resolveSibling(random.nextBoolean() ? ".later" : "new/new"));
            }
        },
        CUT_A_FILE(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                Path file = at.resolve(any(at, random, path -> bytes(at.resolve(path)).length > 1));
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            }
        },
        APPEND_TO_A_DOCUMENT(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                Path file = at.resolve(some(at, random, random.nextBoolean() ? ".pdf" : ".xlsx"));
                Files.write(file, new byte[] {(byte) random.nextInt()}, java.nio.file.StandardOpenOption.APPEND);
            }
        },
        /** The same bytes by way of a link, which could lead anywhere tomorrow. */
        LINK_INSTEAD_OF_A_FILE(Set.of(3, 4)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                String path = any(at, random, one -> true);
                Files.delete(at.resolve(path));
                Files.createSymbolicLink(at.resolve(path), site.resolve(path));
            }
        },
        FOLDER_INSTEAD_OF_A_FILE(Set.of(3)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                Path file = at.resolve(any(at, random, path -> true));
                Files.delete(file);
                Files.createDirectory(file);
            }
        },
        /** An attacker who knows the format, but not the key. */
        EDIT_A_NUMBER_AND_ALL_DIGESTS(Set.of(5)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                String ending = List.of(".csv", ".html", "index.json").get(random.nextInt(3));
                String path = any(at, random, one -> one.endsWith(ending) && digits(at.resolve(one)).length > 0);
                int[] digits = digits(at.resolve(path));
                byte[] bytes = Files.readAllBytes(at.resolve(path));
                int where = digits[random.nextInt(digits.length)];
                bytes[where] = (byte) ('0' + (bytes[where] - '0' + 1 + random.nextInt(9)) % 10);
                reseal(at, path, bytes);
            }
        },
        AN_OLD_FILE(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                String path = any(
                        at,
                        random,
                        one -> Files.exists(before.resolve(one))
                                && !Arrays.equals(bytes(before.resolve(one)), bytes(site.resolve(one))));
                Files.write(at.resolve(path), Files.readAllBytes(before.resolve(path)));
            }
        },
        /** The release before, whole and rightly signed; the visitor remembers the last line of the chain. */
        THE_WHOLE_RELEASE_BEFORE(Set.of(7)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                for (String path : files(at)) {
                    Files.delete(at.resolve(path));
                }
                for (String path : files(before)) {
                    Path file = at.resolve(path);
                    Files.createDirectories(file.getParent());
                    Files.write(file, Files.readAllBytes(before.resolve(path)));
                }
            }
        },
        /** The old seal over the new files. */
        THE_SEAL_OF_THE_RELEASE_BEFORE(Set.of(2)) {
            @Override
            void apply(Path at, Random random) throws IOException {
                for (String path : SEAL) {
                    Files.write(at.resolve(path), Files.readAllBytes(before.resolve(path)));
                }
            }
        };

        private final Set<Integer> codes;

        Way(Set<Integer> codes) {
            this.codes = codes;
        }

        abstract void apply(Path at, Random random) throws IOException;
    }

    static Stream<Arguments> ways() {
        return Arrays.stream(Way.values())
                .flatMap(way -> IntStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(way, seed)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void is_found(Way way, int seed, @TempDir Path at) throws IOException {
        copy(site, at);
        way.apply(at, new Random(1_000L * way.ordinal() + seed));
        Terminal terminal = new Terminal(folder, "2026-01-31");
        int code = terminal.run("verify", at, "--public-key", key, "--known-head", head);
        assertThat(way.codes).as(terminal.out()).contains(code);
        assertThat(terminal.out()).contains("核验不通过", "[" + code + " ");
        assertThat(terminal.err()).isEmpty();
        if (way == Way.LINK_INSTEAD_OF_A_FILE) {
            deleteLinks(at);
        }
    }

    private static void deleteLinks(Path at) throws IOException {
        try (Stream<Path> all = Files.walk(at)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void there_are_more_than_a_hundred() {
        assertThat(ways().count()).isGreaterThan(100);
    }

    @Test
    void an_untouched_copy_is_fine(@TempDir Path at) throws IOException {
        copy(site, at);
        Terminal terminal = new Terminal(folder, "2026-01-31");
        assertThat(terminal.run("verify", at, "--public-key", key, "--known-head", head))
                .as(terminal.out())
                .isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String path : files(from)) {
            Path file = to.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, Files.readAllBytes(from.resolve(path)));
        }
    }

    private static Set<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String some(Path at, Random random, String ending) throws IOException {
        return any(at, random, path -> path.endsWith(ending));
    }

    /** A file of the site that passes, none of the seal. */
    private static String any(Path at, Random random, Predicate<String> test) throws IOException {
        List<String> some = new ArrayList<>(files(at));
        some.removeIf(path -> SEAL.contains(path) || !test.test(path));
        return some.get(random.nextInt(some.size()));
    }

    private static void flip(Path at, String path, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(at.resolve(path));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(at.resolve(path), bytes);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static int[] digits(Path file) {
        byte[] bytes = bytes(file);
        return IntStream.range(0, bytes.length)
                .filter(at -> bytes[at] >= '0' && bytes[at] <= '9')
                .toArray();
    }

    /** Writes a file and brings manifest, checksums and chain into line with it. */
    private static void reseal(Path at, String path, byte[] bytes) throws IOException {
        String old = Digest.of(Files.readAllBytes(at.resolve(path))).hex();
        Files.write(at.resolve(path), bytes);
        String manifest = replace(at, "manifest.json", old, Digest.of(bytes).hex());
        replace(at, "SHA256SUMS", old, Digest.of(bytes).hex());
        String sums = replace(
                at,
                "SHA256SUMS",
                manifest,
                Digest.of(Files.readAllBytes(at.resolve("manifest.json"))).hex());
        replace(
                at,
                "chain.txt",
                sums,
                Digest.of(Files.readAllBytes(at.resolve("SHA256SUMS"))).hex());
    }

    /** The digest that the file had when the list of it was last right. */
    private static String replace(Path at, String path, String old, String with) throws IOException {
        String was = Digest.of(Files.readAllBytes(site.resolve(path))).hex();
        String text = Files.readString(at.resolve(path), StandardCharsets.UTF_8);
        Files.writeString(at.resolve(path), text.replace(old, with));
        return was;
    }
}
