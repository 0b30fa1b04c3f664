/* One page with every picture of a walk, for people who look it through: by the step at which it was taken, light and dark beside each other. */

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * The page, to lie beside the pictures.
 *
 * @param pictures {file, step} in the order in which they were taken
 * @param problems what the walk found wrong
 * @param stoppedAt the step at which it stopped, or null if it came to its end
 */
export function contactSheet({ pictures, problems, stoppedAt }) {
  const steps = [];
  for (const { file, step } of pictures) {
    if (steps.at(-1)?.step !== step) steps.push({ step, files: [] });
    steps.at(-1).files.push(file);
  }
  const figure = (file) => `<figure><a href="${encodeURI(file)}"><img src="${encodeURI(file)}" alt="${escaped(file)}" loading="lazy"></a><figcaption>${escaped(file)}</figcaption></figure>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>The walk through Sextant: ${pictures.length} pictures</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 1500px; padding: 0 1em; color: #1c2733; }
.step { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 1em; align-items: start; }
figure { margin: 0; border: 1px solid #c6d0d9; border-radius: 6px; overflow: hidden; }
img { width: 100%; height: 220px; object-fit: cover; object-position: top; display: block; }
figcaption { padding: .3em .6em; font-size: 13px; overflow-wrap: anywhere; }
.problem { color: #a31515; }
</style>
</head>
<body>
<h1>The walk through Sextant</h1>
<p>${pictures.length} pictures in ${steps.length} steps; ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.</p>
${stoppedAt === null ? '' : `<p class="problem">It stopped at: ${escaped(stoppedAt)}</p>`}
${problems.length === 0 ? '' : `<ul class="problem">${problems.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`}
${steps.map(({ step, files }) => `<h2>${escaped(step)}</h2>\n<div class="step">${files.map(figure).join('\n')}</div>`).join('\n')}
</body>
</html>
`;
}
