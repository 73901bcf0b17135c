package org.gongshi.generator.seal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.evaluation.publication.PublishedRound;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.satisfaction.AudienceResult;

/**
 * Where a site comes from (来源): what the manifest says besides its files.
 *
 * @param site name of the site
 * @param demonstration whether every page says 演示数据
 * @param asOf 截至日期
 * @param approvals one for each published place, by round and place
 * @param surveys counts of each released survey, already rounded for publication
 * @param receipts the receipts of each released survey that tells them
 * @param inputs digest of every content file that was opened, by its path
 */
public record Provenance(
        String site,
        boolean demonstration,
        LocalDate asOf,
        List<PlaceApproval> approvals,
        List<SurveyCount> surveys,
        List<SurveyReceipts> receipts,
        Map<String, Digest> inputs) {
    public Provenance {
        Require.text(site, "site");
        Objects.requireNonNull(asOf, "asOf");
        approvals = List.copyOf(approvals);
        surveys = List.copyOf(surveys);
        receipts = List.copyOf(receipts);
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    /** The decisions on one place, in their order. */
    public record PlaceApproval(String round, String place, List<DecisionEntry> decisions) {
        public PlaceApproval {
            Require.text(round, "round");
            Require.text(place, "place");
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * One decision (决定).
     *
     * @param kind {@code review}, {@code approval} or {@code publication}
     */
    public record DecisionEntry(String kind, String body, String document, LocalDate date, Digest digest) {
        public DecisionEntry {
            Require.text(kind, "kind");
            Require.text(body, "body");
            Require.text(document, "document");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(digest, "digest");
        }

        static DecisionEntry of(Decision decision) {
            String kind = decision instanceof Decision.Review
                    ? "review"
                    : decision instanceof Decision.Approval ? "approval" : "publication";
            return new DecisionEntry(kind, decision.body(), decision.document(), decision.date(), decision.digest());
        }
    }

    /**
     * How many were asked and answered, as released.
     *
     * @param invited rounded to 5
     * @param responded rounded to 5; empty when fewer than 10
     */
    public record SurveyCount(
            String round, String place, String audience, String mode, long invited, Optional<Long> responded) {
        public SurveyCount {
            Require.text(round, "round");
            Require.text(place, "place");
            Require.text(audience, "audience");
            Require.text(mode, "mode");
            Require.that(invited >= 0, "invited is not negative");
            Objects.requireNonNull(responded, "responded");
        }
    }

    /**
     * All receipts of a survey, so that the list that its server publishes can be held against it (回执清单).
     *
     * @param count stored sheets of the whole area, exact
     * @param root Merkle root over the sorted list
     */
    public record SurveyReceipts(String round, long count, Digest root) {
        public SurveyReceipts {
            Require.text(round, "round");
            Require.that(count >= 0, "a count is not negative");
            Objects.requireNonNull(root, "root");
        }
    }

    /** Of what the gate let through. */
    public static Provenance of(PublishedContent content) {
        List<PlaceApproval> approvals = new ArrayList<>();
        List<SurveyCount> surveys = new ArrayList<>();
        List<SurveyReceipts> receipts = new ArrayList<>();
        for (PublishedRound round : content.rounds()) {
            String key = round.round().key().toString();
            round.reports().forEach(report -> approvals.add(approval(key, report)));
            round.results()
                    .ifPresent(results -> results.results().stream()
                            .filter(result -> result.stage().isEmpty())
                            .forEach(result -> surveys.add(count(key, result))));
            round.results()
                    .flatMap(results -> results.collected().receipts())
                    .ifPresent(all -> receipts.add(new SurveyReceipts(key, all.count(), all.root())));
        }
        return new Provenance(
                content.site().name(),
                content.site().demonstration(),
                content.site().asOf(),
                approvals,
                surveys,
                receipts,
                content.inputs());
    }

    private static PlaceApproval approval(String round, ApprovedReport report) {
        return new PlaceApproval(
                round,
                report.dossier().place().code().toString(),
                report.dossier().decisions().stream().map(DecisionEntry::of).toList());
    }

    private static SurveyCount count(String round, AudienceResult result) {
        return new SurveyCount(
                round,
                result.place().toString(),
                result.audience().key(),
                result.mode().key(),
                result.invited(),
                result.responded());
    }
}
