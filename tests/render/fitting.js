// Measures one drawing that stands in the page: what lies outside its box, and what lies on what.
() => {
  const SLACK = 1.0; // in points of the drawing
  const svg = document.querySelector('svg.argmap');
  const round = (box) => [box.x, box.y, box.x + box.width, box.y + box.height];
  const union = (boxes) => boxes.reduce((a, b) => [
    Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
  const overlap = (a, b) => Math.min(
    Math.min(a[2], b[2]) - Math.max(a[0], b[0]), Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const faults = [];
  const nodes = [...svg.querySelectorAll('g.node')].map((node) => {
    const texts = [...node.querySelectorAll('text')].map((text) => [text.textContent, round(text.getBBox())]);
    const shapes = [...node.querySelectorAll('path,polygon,ellipse,rect')].map((shape) => round(shape.getBBox()));
    return {name: node.dataset.id || node.id, texts, box: shapes.length ? union(shapes) : null};
  });
  for (const {name, texts, box} of nodes) {
    for (const [words, place] of texts) {
      if (box && (place[0] < box[0] - SLACK || place[2] > box[2] + SLACK ||
                  place[1] < box[1] - 3 || place[3] > box[3] + 3)) {
        faults.push(`outside its box ${name}: ${words}`);
      }
    }
    for (let i = 0; i < texts.length; i++) {
      for (let j = i + 1; j < texts.length; j++) {
        // Lines are set close, so that the boxes of two of them, which hold room for accents, may touch.
        if (overlap(texts[i][1], texts[j][1]) > 3.2) {
          faults.push(`on each other in ${name}: ${texts[i][0]} / ${texts[j][0]}`);
        }
      }
    }
  }
  for (let i = 0; i < nodes.length; i++) {
    for (let j = i + 1; j < nodes.length; j++) {
      if (nodes[i].box && nodes[j].box && overlap(nodes[i].box, nodes[j].box) > SLACK) {
        faults.push(`boxes on each other: ${nodes[i].name} / ${nodes[j].name}`);
      }
    }
  }
  const signs = [...svg.querySelectorAll('g.signs ellipse, g.signs circle')].map((disc) => round(disc.getBBox()));
  for (let i = 0; i < signs.length; i++) {
    for (let j = i + 1; j < signs.length; j++) {
      if (overlap(signs[i], signs[j]) > 4) faults.push(`signs on each other: ${i} / ${j}`);
    }
    for (const {name, box} of nodes) {
      if (box && overlap(signs[i], box) > 5) faults.push(`sign ${i} on the box ${name}`);
    }
  }
  const whole = svg.viewBox.baseVal;
  const heading = [...svg.querySelectorAll(':scope > g > text')].map((text) => [text.textContent, round(text.getBBox())]);
  for (let i = 0; i < heading.length; i++) {
    if (heading[i][1][2] - heading[i][1][0] > whole.width) faults.push(`wider than the picture: ${heading[i][0]}`);
    for (let j = i + 1; j < heading.length; j++) {
      if (overlap(heading[i][1], heading[j][1]) > 3.2) {
        faults.push(`on each other: ${heading[i][0]} / ${heading[j][0]}`);
      }
    }
  }
  return faults;
}
