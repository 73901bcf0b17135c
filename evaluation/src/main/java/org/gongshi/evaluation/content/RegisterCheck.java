package org.gongshi.evaluation.content;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.place.Tier;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.site.Site;

/** Faults between the site, the register of places and the rounds (名录核对). */
@Article({2, 16})
public final class RegisterCheck {
    private final ContentReader content;
    private final Findings findings;

    public RegisterCheck(ContentReader content, Findings findings) {
        this.content = content;
        this.findings = findings;
    }

    /** Invented places belong to a demonstration and real ones do not: a page must never mix them. */
    public void demonstration() {
        Optional<Located<Site>> site = content.locatedSite();
        Optional<Located<Places>> places = content.locatedPlaces();
        if (site.isEmpty() || places.isEmpty()) {
            return;
        }
        boolean demonstration = site.get().value().demonstration();
        places.get().value().all().stream()
                .map(Place::code)
                .filter(code -> code.isInvented() != demonstration)
                .forEach(code -> foreign(code, demonstration, places.get(), site.get()));
    }

    /** The organizer and the places of a round stand in the register, the places right under the organizer. */
    public void round(RoundKey key) {
        Optional<Located<Round>> round = content.locatedRound(key);
        Optional<Places> places = content.places();
        if (round.isEmpty() || places.isEmpty()) {
            return;
        }
        Optional<Place> organizer = places.get().find(key.organizer());
        Positions at = round.get().at();
        if (organizer.isEmpty()) {
            findings.error(at.at("organizer"), "名录中没有组织者 " + key.organizer(), "请在 places.yaml 中登记");
        } else if (organizer.get().tier() == Tier.BANNER) {
            findings.error(at.at("organizer"), "旗县不组织对下级的评价", "组织者应为自治区或盟市");
        }
        // The list of the record is sorted; the file's own order is that of the positions.
        List<PlaceCode> listed = round.get().value().places();
        for (PlaceCode code : listed) {
            checkPlace(code, key, places.get(), positionOf(code, at), at);
        }
    }

    private void checkPlace(PlaceCode code, RoundKey key, Places places, String field, Positions at) {
        Optional<Place> place = places.find(code);
        if (place.isEmpty()) {
            findings.error(at.at(field), "名录中没有地区 " + code, "请核对代码，或在 places.yaml 中登记");
        } else if (!place.get().parent().equals(Optional.of(key.organizer()))) {
            findings.error(
                    at.at(field),
                    "地区 " + code + "（" + place.get().name() + "）的上级不是组织者 " + key.organizer(),
                    "一轮只评价组织者的直接下级；请核对 places.yaml 的 parent");
        }
    }

    private static String positionOf(PlaceCode code, Positions at) {
        return "places[" + at.indexOf("places", code.value()) + "]";
    }

    private void foreign(PlaceCode code, boolean demonstration, Located<Places> places, Located<Site> site) {
        String field = "places[" + places.at().indexOf("places", "code", code.value()) + "].code";
        if (demonstration) {
            findings.error(
                    places.at().at(field),
                    "演示网站不得登记真实代码 " + code,
                    "site.yaml 第 " + site.at().at("demonstration").line() + " 行写着 demonstration: true；演示用 99 开头的代码");
        } else {
            findings.error(
                    places.at().at(field), "代码 " + code + " 是演示用的保留代码（99 开头）", "正式网站请用真实代码；演示请写 demonstration: true");
        }
    }
}
