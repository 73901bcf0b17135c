package org.gongshi.evaluation.publication;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.archive.ArchiveDecision;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.site.AllowedDatum;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.evaluation.site.Site;
import org.gongshi.evaluation.site.SiteText;
import org.gongshi.evaluation.site.SiteTranslation;

/**
 * All that a site is made from: the product of the gate, the input of the composers.
 *
 * @param site with the as-of date of this build
 * @param rounds newest year first, then by organizer; rounds at work appear with their calendar and indicators only
 * @param texts by name: {@code regulation}, {@code methodology}, {@code verify}, {@code about}
 * @param notices newest first
 * @param corrections newest first
 * @param inputs digest of every content file that was opened, by its path, for the manifest
 * @param archive the decision on the archived reports, when its day has come; the reports themselves are read one by one
 * @param translations the site in other languages, as far as they are approved, by tag
 * @param allowed what may be published although it looks like personal data
 */
public record PublishedContent(
        Site site,
        Places places,
        List<PublishedRound> rounds,
        Map<String, SiteText> texts,
        List<SiteText> notices,
        List<Correction> corrections,
        Map<String, Digest> inputs,
        Optional<ArchiveDecision> archive,
        List<AllowedDatum> allowed,
        List<SiteTranslation> translations) {
    public PublishedContent {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(places, "places");
        rounds = List.copyOf(rounds);
        texts = java.util.Collections.unmodifiableMap(new TreeMap<>(texts));
        notices = List.copyOf(notices);
        corrections = List.copyOf(corrections);
        Objects.requireNonNull(archive, "archive");
        allowed = List.copyOf(allowed);
        translations = List.copyOf(translations);
        inputs = java.util.Collections.unmodifiableMap(new TreeMap<>(inputs));
    }
}
