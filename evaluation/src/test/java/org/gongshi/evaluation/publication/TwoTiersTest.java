package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.DecisionWriter;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Tier;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 第十六条：盟市级人民政府开展对本行政区域内旗县级人民政府的评价；同一个程序、同样的文件。 */
class TwoTiersTest {
    private static final RoundKey LEAGUE = new RoundKey(new EvaluationYear(2025), new PlaceCode("990100"));

    @TempDir
    private Path root;

    @Test
    void a_league_evaluates_its_banners_beside_the_regions_round() throws IOException {
        ContentFixture content = ContentFixture.valid(root);
        addLeagueRound(content);
        assertThat(content.check()).isEmpty();
        GateResult result = content.build();
        assertThat(result).isInstanceOf(GateResult.Passed.class);
        PublishedContent published = ((GateResult.Passed) result).content();
        assertThat(published.rounds())
                .extracting(round -> round.round().key().organizer().value())
                .containsExactly("990000", "990100");
        assertThat(published.rounds().get(1).reports())
                .extracting(report -> report.dossier().place().tier())
                .containsOnly(Tier.BANNER);
    }

    private void addLeagueRound(ContentFixture content) throws IOException {
        ContentFixture region = ContentFixture.undecided(Files.createDirectory(root.resolve(".git-source")));
        Path source = region.path(ContentFixture.ROUND);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.write(banners("2025/990000/" + source.relativize(file)), banners(Files.readString(file)));
            }
        }
        String places = content.read("places.yaml");
        for (String code : List.of("990121", "990122", "990123")) {
            places += "  - code: \"" + code + "\"\n    name: 旗" + code + "\n    organ: 旗人民政府" + code
                    + "\n    tier: banner\n    slug: qi" + code + "\n    parent: \"990100\"\n";
        }
        content.write("places.yaml", places);
        decide(content, DecisionKind.REVIEW, "云岭教育督导委员会", "2025-11-20");
        decide(content, DecisionKind.APPROVAL, "云岭自治区人民政府", "2025-12-01");
    }

    private static void decide(ContentFixture content, DecisionKind kind, String body, String date) throws IOException {
        var plain = ContentFixture.request(kind, body, date);
        var request = new DecisionDesk.Request(
                LEAGUE,
                java.util.Set.of(new PlaceCode("990121"), new PlaceCode("990122")),
                kind,
                body,
                plain.document(),
                plain.date());
        var answer = DecisionDesk.prepare(content.folder(), request);
        assertThat(answer).isInstanceOf(DecisionDesk.Answer.Ready.class);
        DecisionWriter writer = new DecisionWriter(content.folder());
        for (var prepared : ((DecisionDesk.Answer.Ready) answer).decisions()) {
            writer.write(
                    prepared.subject(),
                    writer.appended(prepared.subject(), prepared.decision(), new Findings())
                            .orElseThrow());
        }
    }

    private static String banners(String text) {
        return text.replace("990100", "990121")
                .replace("990200", "990122")
                .replace("990300", "990123")
                .replace("990000", "990100");
    }
}
