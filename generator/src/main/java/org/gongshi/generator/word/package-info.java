/**
 * Reports written in Word (Word 文档): read from their own XML into Markdown. What Markdown cannot hold, and what must not become public (deleted,
 * hidden, commented), is told with its place and words; nothing is lost in silence.
 */
package org.gongshi.generator.word;
