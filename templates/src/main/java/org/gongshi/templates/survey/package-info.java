/** Pages of the survey (满意度调查页面): plain values, from which the templates are filled. */
package org.gongshi.templates.survey;
