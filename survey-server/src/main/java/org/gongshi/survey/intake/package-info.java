/** Takes submissions in: one writer, batches, a reply only when both files are durable (承诺见 docs). */
package org.gongshi.survey.intake;
