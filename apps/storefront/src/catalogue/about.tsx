import type { ProductView } from "@wares/contracts";
import { useWords } from "../layout/locale.ts";
import { productWords } from "./product-words.ts";

/** The description's first paragraph leads; its specification stands beside it. */
export const About = ({ product, sku }: { product: ProductView; sku: string }) => {
  const say = useWords(productWords);
  const [lead, ...rest] = product.description.split(/\n\s*\n/).filter((text) => text.trim() !== "");
  return (
    <section className="section about" id="spec" aria-label={say.about}>
      <div className="prose">
        <h2>{product.name}</h2>
        {lead && <p className="lead">{lead}</p>}
        {rest.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <table className="spec-table">
        <caption className="hidden-text">{say.specification}</caption>
        <tbody>
          {Object.entries(product.attributes).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say.number}</th>
            <td>{sku}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
};
