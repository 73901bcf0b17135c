/** The survey over HTTP (调查的网页与接口): pages, API, limits, headers. The only door to Javalin. */
package org.gongshi.survey.web;
