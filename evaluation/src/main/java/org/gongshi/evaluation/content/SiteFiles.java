package org.gongshi.evaluation.content;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Form;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.site.AllowedDatum;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.evaluation.site.Site;

/** Reads {@code site.yaml} and {@code corrections.yaml}. */
final class SiteFiles {
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private SiteFiles() {}

    static Optional<Site> site(Fields fields) {
        var name = fields.required("name", Forms.text());
        var domain = fields.required("domain", domain());
        var identifier = fields.required("identifier", identifier());
        var demonstration = fields.required("demonstration", Forms.bool());
        var asOf = fields.required("asOf", Forms.date());
        var sponsor = fields.required("sponsor", Forms.text());
        var operator = fields.required("operator", Forms.text());
        var icp = fields.required("icp", Forms.text());
        var publicSecurity = fields.required("publicSecurity", Forms.text());
        var contact = fields.mapping("contact", SiteFiles::contact);
        var licence = fields.required("licence", Forms.text());
        var category = fields.required("subjectCategory", Forms.text());
        return fields.build(() -> new Site(
                name.get(),
                domain.get(),
                identifier.get(),
                demonstration.get(),
                asOf.get(),
                sponsor.get(),
                operator.get(),
                icp.get(),
                publicSecurity.get(),
                contact.get(),
                licence.get(),
                category.get()));
    }

    static Optional<Correction> correction(Fields fields) {
        var date = fields.required("date", Forms.date());
        var page = fields.required("page", Forms.text());
        var old = fields.required("old", Forms.text());
        var corrected = fields.required("new", Forms.text());
        var reason = fields.required("reason", Forms.text());
        var document = fields.required("document", Forms.text());
        return fields.build(
                () -> new Correction(date.get(), page.get(), old.get(), corrected.get(), reason.get(), document.get()));
    }

    static Optional<AllowedDatum> allowed(Fields fields) {
        var value = fields.required("value", Forms.text());
        var reason = fields.required("reason", Forms.text());
        return fields.build(() -> new AllowedDatum(value.get(), reason.get()));
    }

    private static Optional<Site.Contact> contact(Fields fields) {
        var phone = fields.required("phone", Forms.text());
        var address = fields.required("address", Forms.text());
        var email = fields.optional("email", Forms.text());
        return fields.build(() -> new Site.Contact(phone.get(), address.get(), email.get()));
    }

    private static Form<String> domain() {
        return Forms.text(
                "域名",
                "只写域名，例如 pingjia.example.cn，不带 https:// 和斜杠",
                text -> DOMAIN.matcher(text).matches());
    }

    private static Form<String> identifier() {
        return Forms.code(
                "网站标识码", "网站标识码是 8 至 10 位数字，前面可以有 bm", text -> Optional.of(text).filter(Site::isIdentifier));
    }
}
