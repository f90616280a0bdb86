/**
 * The message for a number. Its forms stand one a line, each after the pattern of the numbers that it
 * goes with; f:forms in core/l10n.xsl writes them.
 */
const letterpressCounted = (forms, count) => {
  const fits = form => new RegExp("^(" + form.slice(0, form.indexOf(" ")) + ")$").test(count);
  const form = forms.split("\n").find(fits);
  return form.slice(form.indexOf(" ") + 1);
};

/** A number with what the page parts its thousands by, as f:grouped in core/l10n.xsl writes it. */
const letterpressGrouped = (count, group) => String(count).replace(/\B(?=(\d{3})+$)/g, group);
