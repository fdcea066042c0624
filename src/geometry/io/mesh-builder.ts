import { InvalidInput } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import type { MeshFile, MeshFormat } from "./mesh-file.js";

/** Collects the points and polygons of a file that lists its points once. */
export class MeshBuilder {
  readonly issues: GeometryIssue[] = [];
  readonly #where: string;
  #positions = new Float64Array(3 * 1024);
  #points = 0;
  #triangles = new Uint32Array(3 * 1024);
  #corners = 0;
  #polygons = 0; // of more than three corners
  #slivers = 0; // of fewer

  constructor(where: string) {
    this.#where = where;
  }

  /** How many points there are so far. */
  get points(): number {
    return this.#points;
  }

  /** @throws InvalidInput when a coordinate is not finite */
  addPoint(x: number, y: number, z: number): void {
    if (!Number.isFinite(x + y + z)) {
      const rule = `needs finite coordinates; point ${this.#points} is (${x}, ${y}, ${z})`;
      throw new InvalidInput(this.#where, rule, "non_finite");
    }
    if (3 * this.#points === this.#positions.length) {
      const longer = new Float64Array(2 * this.#positions.length);
      longer.set(this.#positions);
      this.#positions = longer;
    }
    this.#positions[3 * this.#points] = x;
    this.#positions[3 * this.#points + 1] = y;
    this.#positions[3 * this.#points + 2] = z;
    this.#points++;
  }

  /**
   * Adds a polygon as a fan of triangles about its first corner; fewer than three corners are no polygon.
   *
   * @param corners - indices of points, from 0
   */
  addPolygon(corners: readonly number[]): void {
    if (corners.length > 3) this.#polygons++;
    if (corners.length < 3) this.#slivers++;
    for (let i = 2; i < corners.length; i++) {
      this.#addCorners(corners[0]!, corners[i - 1]!, corners[i]!);
    }
  }

  /**
   * @throws InvalidInput when a corner has no point
   */
  file(format: MeshFormat): MeshFile {
    const triangles = this.#triangles.slice(0, this.#corners);
    const bad = triangles.findIndex((point) => point >= this.#points);
    if (bad >= 0) {
      const rule = `needs indices below the ${this.#points} points; triangle ${Math.floor(bad / 3)} has ${triangles[bad]}`;
      throw new InvalidInput(this.#where, rule, "index_out_of_range");
    }
    if (this.#polygons > 0) {
      this.#say(
        "POLYGONS_CUT",
        `${this.#polygons} polygons of more than three corners were cut into fans of triangles`,
      );
    }
    if (this.#slivers > 0)
      this.#say("NO_POLYGONS", `${this.#slivers} faces of fewer than three corners were left out`);
    if (triangles.length === 0) this.#say("NO_TRIANGLES", "the file holds no triangle");
    return {
      format,
      mesh: { positions: this.#positions.slice(0, 3 * this.#points), triangles },
      filePoints: this.#points,
      fileTriangles: triangles.length / 3,
      issues: this.issues,
    };
  }

  #addCorners(a: number, b: number, c: number): void {
    if (!(isIndex(a) && isIndex(b) && isIndex(c))) {
      throw new InvalidInput(
        this.#where,
        `needs indices from 0, whole numbers; got ${a}, ${b}, ${c}`,
        "index_out_of_range",
      );
    }
    if (this.#corners === this.#triangles.length) {
      const longer = new Uint32Array(2 * this.#triangles.length);
      longer.set(this.#triangles);
      this.#triangles = longer;
    }
    this.#triangles[this.#corners++] = a;
    this.#triangles[this.#corners++] = b;
    this.#triangles[this.#corners++] = c;
  }

  #say(code: string, message: string): void {
    this.issues.push({ code, message });
  }
}

/** What an array of indices holds as it is. */
function isIndex(value: number): boolean {
  return value >>> 0 === value;
}
