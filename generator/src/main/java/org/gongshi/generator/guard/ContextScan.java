package org.gongshi.generator.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal data that a word beside it gives away (上下文扫描): accounts of chats, home addresses, children by class and name, number
 * plates, passports, and mobile numbers that are torn farther apart than {@link NumberScan} joins. Each pattern is tried only on a
 * line that holds its word.
 */
final class ContextScan {
    private static final String NUMBER = "[0-9０-９一二三四五六七八九十]";
    private static final String APART = "[\\s./·—()（）\\u3000_-]{1,3}";
    private static final String IS = "\\s{0,2}[:：是]?\\s{0,2}";
    private static final String ACCOUNT = "([-_A-Za-z0-9]{6,20})(?![-_A-Za-z0-9@.])";
    private static final String DWELLING = "[:：为是于在]?([^，。；;<\\n]{0,40}?(?:" + NUMBER
            + "{1,5}\\s?(?:号楼|号院|号|栋|幢|单元|室)|(?:嘎查|村|组|队)[0-9]{1,3}户(?!\\p{IsHan})|[A-Z]座\\s?[0-9]{2,5}|[0-9]{1,3}-[0-9]{1,3}-[0-9]{1,4}))";

    /** A word without which the pattern cannot match, the pattern, and what a match is. */
    private record Rule(String word, Pattern pattern, DatumKind kind) {
        Rule(String word, String pattern, DatumKind kind) {
            this(word, Pattern.compile(pattern), kind);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("学生姓名", "学生姓名\\s?[:：]\\s?(" + PupilNames.NAME + ")(?![\\p{IsHan}])", DatumKind.MINOR),
            new Rule(
                    "微信",
                    "微信(?!公众|小程序|群|支付)(?:号|ID|id)?\\s{0,2}[:：是]?\\s{0,2}([A-Za-z][-_A-Za-z0-9]{5,19})(?![-_A-Za-z0-9@.])",
                    DatumKind.ACCOUNT),
            new Rule(
                    "QQ",
                    "(?<![A-Za-z])QQ(?:号码|号)?\\s{0,2}[:：]?\\s{0,2}([1-9][0-9]{4,11})(?![0-9])",
                    DatumKind.ACCOUNT),
            new Rule("扣扣", "扣扣号?" + IS + "([1-9][0-9]{4,11})(?![0-9])", DatumKind.ACCOUNT),
            new Rule("号", "(?:抖音|快手|小红书|钉钉)号" + IS + ACCOUNT, DatumKind.ACCOUNT),
            new Rule("支付宝", "支付宝(?:账号|号)?\\s{0,2}[:：是]\\s{0,2}" + ACCOUNT, DatumKind.ACCOUNT),
            new Rule("支付宝", "支付宝(?:账号|号)\\s{0,2}" + ACCOUNT, DatumKind.ACCOUNT),
            new Rule("", "(?<![A-Za-z])(?:[Vv][Xx]|[Ww]e[Cc]hat)号?" + IS + ACCOUNT, DatumKind.ACCOUNT),
            new Rule("住", "(?:住址|住所|家住|现住|[居租暂]住[于在]|住在|居住地址?)" + DWELLING, DatumKind.ADDRESS),
            new Rule("地址", "(?:家庭|户籍|收货)地址" + DWELLING, DatumKind.ADDRESS),
            new Rule(
                    "单元",
                    "([0-9０-９]{1,3}(?:号楼|栋|幢|座)\\s?" + NUMBER + "{1,2}单元\\s?[0-9０-９]{1,4}(?:室|户|号)?)",
                    DatumKind.ADDRESS),
            new Rule(
                    "证",
                    "(?:通行证|台胞证|回乡证)号?码?\\s{0,2}[:：]?\\s{0,2}([HMC]?[0-9]{8,10})(?![0-9A-Za-z])",
                    DatumKind.IDENTITY),
            new Rule("护照", "护照号?码?\\s{0,2}[:：]?\\s{0,2}([A-Za-z]{1,2}[0-9]{7,8})(?![0-9A-Za-z])", DatumKind.IDENTITY));

    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final Pattern PLATE =
            Pattern.compile("([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-NP-Z][ ·•.-]?(?=(?:[A-HJ-NP-Z]{0,3}[0-9]){3})"
                    + "(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[警学挂使领]))(?![A-Za-z0-9-])");
    private static final Pattern APART_MOBILE =
            Pattern.compile("(?<![0-9.A-Za-z_])(?:[(（]?\\+?86[)）]?[ -]?)?[(（]?(1[3-9][0-9])" + APART + "([0-9]{4})"
                    + APART + "([0-9]{4})(?![0-9]|\\.[0-9]|\\s?(?:元(?!旦)|[万亿]元|万人))");
    private static final Pattern SPELT = Pattern.compile("[(（\\[【](?:at|AT|At|艾特)[)）\\]】]");
    private static final String DOT = "(?:[.．]|\\s?[(（\\[【](?:dot|DOT|Dot|点)[)）\\]】]\\s?)";
    private static final Pattern SPELT_EMAIL = Pattern.compile(
            "(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,64}\\s?[(（\\[【](?:at|AT|At|艾特)[)）\\]】]\\s?[A-Za-z0-9-]{1,63}"
                    + "(?:" + DOT + "[A-Za-z0-9-]{1,63}){0,5}" + DOT + "[A-Za-z]{2,24})");

    private ContextScan() {}

    static List<Datum> of(String line) {
        List<Datum> found = new ArrayList<>();
        for (Rule rule : RULES) {
            if (line.contains(rule.word())) {
                collect(rule.pattern().matcher(line), rule.kind(), found);
            }
        }
        if (line.contains("班")) {
            PupilNames.BESIDE_A_CLASS.forEach(pattern -> collect(pattern.matcher(line), DatumKind.MINOR, found));
        }
        if (mayHold(line, ContextScan::isPlate)) {
            collect(PLATE.matcher(line), DatumKind.PLATE, found);
        }
        if (mayHold(line, ContextScan::isMobile)) {
            collect(APART_MOBILE.matcher(line), DatumKind.MOBILE, found);
        }
        if (SPELT.matcher(line).find()) {
            collect(SPELT_EMAIL.matcher(line), DatumKind.EMAIL, found);
        }
        return found;
    }

    /** A look from character to character is cheaper than a pattern that could begin anywhere. */
    private interface Sign {
        boolean isAt(String line, int at);
    }

    private static boolean mayHold(String line, Sign sign) {
        for (int i = 0; i < line.length() - 3; i++) {
            if (sign.isAt(line, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlate(String line, int at) {
        char next = line.charAt(at + 1) == ' ' ? line.charAt(at + 2) : line.charAt(at + 1);
        return next >= 'A' && next <= 'Z' && PROVINCES.indexOf(line.charAt(at)) >= 0;
    }

    /** Three digits as a mobile number begins, and then something else than a digit. */
    private static boolean isMobile(String line, int at) {
        return line.charAt(at) == '1'
                && line.charAt(at + 1) >= '3'
                && line.charAt(at + 1) <= '9'
                && "./·—()（）_- \t\u00A0\u3000".indexOf(line.charAt(at + 3)) >= 0;
    }

    private static void collect(Matcher matcher, DatumKind kind, List<Datum> found) {
        while (matcher.find()) {
            StringBuilder value = new StringBuilder();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                value.append(matcher.group(group));
            }
            found.add(new Datum(kind, value.toString().strip()));
        }
    }
}
