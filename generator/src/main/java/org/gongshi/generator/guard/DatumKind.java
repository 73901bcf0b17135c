package org.gongshi.generator.guard;

/** What kind of personal data was found (个人信息种类). */
public enum DatumKind {
    /** 公民身份号码 (GB 11643): 18 characters with a check character, also behind the G of a pupil's number; 15 digits of the old form; passports and travel permits. */
    IDENTITY("身份证件号码"),
    /** 手机号码: 11 digits from 13 to 19, with or without +86. */
    MOBILE("手机号码"),
    /** 银行卡号: 16 to 19 digits with Luhn's check digit. */
    BANK_CARD("银行卡号"),
    EMAIL("电子邮箱"),
    /** Accounts of WeChat, QQ, Alipay, Douyin and the like. */
    ACCOUNT("微信、QQ 等账号"),
    /** A dwelling down to house, unit or room. */
    ADDRESS("家庭住址"),
    /** A name behind a class, or behind 学生姓名. */
    MINOR("学生姓名"),
    PLATE("机动车号牌"),
    /** EXIF, GPS, XMP or text of a picture. */
    IMAGE_METADATA("图片中的拍摄信息"),
    /** The author of an Office or PDF file. */
    AUTHOR("文件属性中的作者");

    private final String label;

    DatumKind(String label) {
        this.label = label;
    }

    /** The Chinese term. */
    public String label() {
        return label;
    }
}
