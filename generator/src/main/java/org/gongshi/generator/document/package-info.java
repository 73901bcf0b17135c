/** Files to take along (下载文件): reports as PDF, tables as XLSX; the same input gives the same bytes on every machine. */
package org.gongshi.generator.document;
