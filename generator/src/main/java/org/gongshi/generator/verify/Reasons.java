package org.gongshi.generator.verify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.util.zip.ZipException;

/** Why something could not be read, in Chinese. */
final class Reasons {
    private Reasons() {}

    static String of(IOException fault) {
        if (fault instanceof HttpTimeoutException) {
            return "等待超时";
        }
        if (fault instanceof ConnectException) {
            return "无法连接";
        }
        if (fault instanceof UnknownHostException) {
            return "找不到主机";
        }
        if (fault instanceof AccessDeniedException) {
            return "没有读取权限";
        }
        if (fault instanceof ZipException) {
            return "压缩数据已损坏";
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
