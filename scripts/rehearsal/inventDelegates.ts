import type { Language } from '#shared/wall/schema.ts'

export interface InventedDelegate {
  readonly name: string
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country: string
  readonly lang: Language
  readonly institution: string
}

interface Delegation {
  readonly country: string
  readonly lang: Language
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly institution: string
}

const delegation = (country: string, lang: Language, given: string, family: string, institution: string): Delegation => ({
  country, lang, institution, given: given.split(' '), family: family.split(' '),
})

/** Common names of each country, put together at random: whoever bears one is not meant. */
const DELEGATIONS: readonly Delegation[] = [
  delegation('ke', 'en', 'Wanjiku Otieno Achieng Mwende', 'Kariuki Odhiambo Njoroge Mutiso', 'Ministry of Environment'),
  delegation('sn', 'fr', 'Awa Ibrahima Fatou Cheikh', 'Diop Ndiaye Sow Faye', 'Direction des parcs nationaux'),
  delegation('co', 'es', 'Camila Andrés Paola Julián', 'Restrepo Cárdenas Ospina Mejía', 'Instituto Humboldt'),
  delegation('jo', 'ar', 'ليلى سامر هبة عمر', 'العبادي الحداد الزعبي النسور', 'وزارة البيئة'),
  delegation('kz', 'ru', 'Алия Нурлан Дина Ерлан', 'Ахметова Сулейменов Жумабаева Касымов', 'Комитет лесного хозяйства'),
  delegation('mz', 'pt', 'Graça Armando Lúcia Tomás', 'Machava Sitoe Cossa Mondlane', 'Ministério da Terra e Ambiente'),
  delegation('cn', 'zh', '敏 伟 静 磊', '王 李 张 刘', '生态环境部'),
  delegation('fj', 'en', 'Mere Sailosi Ana Josefa', 'Tuilagi Naivalu Waqa Ravouvou', 'Department of Environment'),
  delegation('mg', 'fr', 'Lalao Hery Voahangy Tiana', 'Rakotomalala Andriamanana Razafy Ramaroson', 'Ministère de l’Environnement'),
  delegation('pe', 'es', 'Rosa Edwin Milagros Percy', 'Huamán Quispe Flores Mamani', 'Ministerio del Ambiente'),
  delegation('eg', 'ar', 'نورا أحمد سلمى خالد', 'منصور الشريف عبدالله فهمي', 'جهاز شؤون البيئة'),
  delegation('np', 'en', 'Sita Prakash Anju Bishnu', 'Gurung Thapa Karki Shrestha', 'Ministry of Forests'),
  delegation('br', 'pt', 'Beatriz Thiago Renata Caio', 'Nogueira Barbosa Pacheco Lima', 'Ministério do Meio Ambiente'),
  delegation('kg', 'ru', 'Айжан Тимур Назгуль Азамат', 'Токтогулова Абдыкадыров Исаева Мамытов', 'Институт биологии'),
  delegation('cr', 'es', 'Daniela Esteban Karla Allan', 'Vargas Solano Chaves Rojas', 'SINAC'),
  delegation('ma', 'fr', 'Nadia Rachid Imane Hicham', 'Benali Alaoui Tazi Idrissi', 'Agence nationale des eaux et forêts'),
  delegation('jm', 'en', 'Shanice Omar Keisha Damian', 'Campbell Reid Grant Morgan', 'National Environment Agency'),
  delegation('om', 'ar', 'مريم سالم عائشة حمد', 'البلوشي الهنائي الكندي الحارثي', 'هيئة البيئة'),
  delegation('bj', 'fr', 'Clarisse Rodrigue Félicité Arnaud', 'Hounkpè Agossou Dossou Zinsou', 'Centre national de gestion des réserves'),
  delegation('ph', 'en', 'Marites Jerome Liza Rodel', 'Santos Villanueva Ramos Bautista', 'Biodiversity Management Bureau'),
  delegation('bo', 'es', 'Wara Limbert Nayra Rolando', 'Choque Condori Apaza Rocha', 'Ministerio de Medio Ambiente'),
  delegation('by', 'ru', 'Ольга Андрей Наталья Сергей', 'Ковалёва Новик Савицкая Лукашевич', 'НПЦ по биоресурсам'),
  delegation('cv', 'pt', 'Edna Nelson Zuleica Adilson', 'Tavares Évora Fortes Monteiro', 'Direção Nacional do Ambiente'),
  delegation('na', 'en', 'Ndapewa Johannes Hilma Festus', 'Nangolo Shilongo Amutenya Haufiku', 'Ministry of Environment and Tourism'),
]

/** The most people that can be told apart by name. */
export const MOST_DELEGATES = DELEGATIONS.reduce((sum, { given, family }) => sum + given.length * family.length, 0)

/** Delegates from as many countries as there can be; no name comes twice. */
export function inventDelegates(count: number): InventedDelegate[] {
  if (count > MOST_DELEGATES) throw new RangeError(`${count} delegates; there are names for ${MOST_DELEGATES}`)
  const everybody = DELEGATIONS.map(namesOf)
  return Array.from({ length: count }, (_, index) => {
    const delegates = everybody[index % everybody.length] ?? []
    const delegate = delegates[Math.floor(index / everybody.length)]
    if (!delegate) throw new Error(`Delegation ${index % everybody.length} has too few names.`)
    return delegate
  })
}

function namesOf({ country, lang, given, family, institution }: Delegation): InventedDelegate[] {
  return family.flatMap((_, shift) =>
    given.map((first, index) => {
      const last = family[(index + shift) % family.length] ?? ''
      return { name: lang === 'zh' ? `${last}${first}` : `${first} ${last}`, country, lang, institution }
    }),
  )
}
