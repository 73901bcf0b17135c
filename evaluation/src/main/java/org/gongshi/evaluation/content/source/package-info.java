/** Text files read strictly and with positions: UTF-8, plain YAML, CSV, Markdown with front matter. Knows no kind of content. */
package org.gongshi.evaluation.content.source;
