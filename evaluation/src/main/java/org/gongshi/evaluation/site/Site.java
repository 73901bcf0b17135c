package org.gongshi.evaluation.site;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;

/**
 * The mandatory items of a Chinese government site (网站标识信息) and what else every page says.
 *
 * @param name SiteName
 * @param domain SiteDomain, without scheme
 * @param identifier SiteIDCode, 网站标识码
 * @param demonstration whether every page must say 演示数据
 * @param asOf 截至日期: the day the site speaks of; no clock is read
 * @param sponsor 主办单位
 * @param operator 承办单位
 * @param icp ICP 备案号
 * @param publicSecurity 公安备案号
 * @param licence licence of the open data
 * @param subjectCategory 主题分类 of its documents
 */
public record Site(
        String name,
        String domain,
        String identifier,
        boolean demonstration,
        LocalDate asOf,
        String sponsor,
        String operator,
        String icp,
        String publicSecurity,
        Contact contact,
        String licence,
        String subjectCategory) {
    private static final Pattern IDENTIFIER = Pattern.compile("(bm)?[0-9]{8,10}");

    public Site {
        Require.text(name, "name");
        Require.text(domain, "domain");
        Require.that(isIdentifier(identifier), "an identifier is 8 to 10 digits, with bm before them or not");
        Objects.requireNonNull(asOf, "asOf");
        Require.text(sponsor, "sponsor");
        Require.text(operator, "operator");
        Require.text(icp, "icp");
        Require.text(publicSecurity, "publicSecurity");
        Objects.requireNonNull(contact, "contact");
        Require.text(licence, "licence");
        Require.text(subjectCategory, "subjectCategory");
    }

    public static boolean isIdentifier(String value) {
        return value != null && IDENTIFIER.matcher(value).matches();
    }

    /** The same site speaking of another day. */
    public Site withAsOf(LocalDate day) {
        return new Site(
                name,
                domain,
                identifier,
                demonstration,
                day,
                sponsor,
                operator,
                icp,
                publicSecurity,
                contact,
                licence,
                subjectCategory);
    }

    /** The same site under names in another language. */
    public Site named(String otherName, String otherSponsor) {
        return new Site(
                otherName,
                domain,
                identifier,
                demonstration,
                asOf,
                otherSponsor,
                operator,
                icp,
                publicSecurity,
                contact,
                licence,
                subjectCategory);
    }

    /** 联系方式. */
    public record Contact(String phone, String address, Optional<String> email) {
        public Contact {
            Require.text(phone, "phone");
            Require.text(address, "address");
            Objects.requireNonNull(email, "email");
        }
    }
}
