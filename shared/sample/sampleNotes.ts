import type { Language, NoteKind } from '#shared/wall/schema.ts'

export interface SampleNote {
  readonly kind: NoteKind
  readonly text: string
  readonly lang: Language
  readonly name: string
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country: string
}

interface Delegate {
  readonly name: string
  readonly country: string
  readonly lang: Language
  readonly needs: readonly string[]
  readonly offers: readonly string[]
}

/** A workshop of nineteen countries. The people are invented; so is what they need and offer, in the manner of real walls. */
const DELEGATES: readonly Delegate[] = [
  {
    name: 'Njeri Mutua',
    country: 'ke',
    lang: 'en',
    needs: ['Somebody to show us how to cost the actions in our NBSAP, line by line'],
    offers: [
      'We held consultations in all 47 counties and can share the facilitation guide',
      'Two trainers on human-elephant conflict: beehive fences, early warning by SMS',
    ],
  },
  {
    name: 'Litia Vakacegu',
    country: 'fj',
    lang: 'en',
    needs: [
      'A coral reef monitoring method that village divers can use without a scientist',
      'Legal drafting help for an access and benefit-sharing law (Nagoya Protocol)',
    ],
    offers: ['Locally managed marine areas: 20 years of experience, exchange visits welcome'],
  },
  {
    name: 'Andre Whyte',
    country: 'jm',
    lang: 'en',
    needs: [
      'How do others keep lionfish off the reefs? Did selling the meat help?',
      'A valuation of ecosystem services that our ministry of finance will believe',
    ],
    offers: ['Invasive alien species database for islands, with risk assessment sheets'],
  },
  {
    name: 'Sunita Adhikari',
    country: 'np',
    lang: 'en',
    needs: ['Snow leopards cross the border, our camera trap data does not: a shared database'],
    offers: [
      'Community forestry: 22,000 user groups. We can host a study tour of ten days',
      'Red List assessment training for plants, five days, trainers can travel',
    ],
  },
  {
    name: 'Petrus Shikongo',
    country: 'na',
    lang: 'en',
    needs: [
      'Indicators of desertification from satellite images, and someone to train our two analysts',
      'Radio programmes about biodiversity in local languages: who has scripts?',
    ],
    offers: ['Communal conservancies: the law, contracts with lodges, how income reaches households'],
  },
  {
    name: 'Aïssatou Ndoye',
    country: 'sn',
    lang: 'fr',
    needs: [
      'Suivi des mangroves par télédétection: former deux techniciens',
      'Financer la SPANB hors budget de l’État: comment intéresser le secteur privé?',
    ],
    offers: ['Restauration de mangrove avec les villages: dix ans d’expérience, guides en français et en wolof'],
  },
  {
    name: 'Haja Rasoanaivo',
    country: 'mg',
    lang: 'fr',
    needs: [
      'Aligner nos objectifs nationaux sur le Cadre mondial de la biodiversité: quelle méthode?',
      'Trafic d’espèces sauvages: formation des douaniers à l’aéroport et au port',
      'Spécialistes des amphibiens pour encadrer nos étudiants en taxonomie',
    ],
    offers: ['Transfert de gestion des aires protégées aux communautés: contrats et bilan sur quinze ans'],
  },
  {
    name: 'Serge Mbarga',
    country: 'cm',
    lang: 'fr',
    needs: ['Modèle de protocole pour le consentement préalable des peuples autochtones'],
    offers: [
      'Herbier national: accueil de stagiaires pour l’identification des plantes',
      'Modules CITES pour les douaniers, avec trois formateurs expérimentés',
    ],
  },
  {
    name: 'Natalia Rueda',
    country: 'co',
    lang: 'es',
    needs: ['Experiencias de pago por servicios ambientales en cuencas que abastecen ciudades'],
    offers: [
      'Valoración económica de los páramos: el método que aceptó el ministerio de hacienda',
      'Sistema de información sobre biodiversidad con software libre; capacitación en línea',
    ],
  },
  {
    name: 'Wilmer Ccahuana',
    country: 'pe',
    lang: 'es',
    needs: [
      'Centro de intercambio de información (CHM): nos faltan plataforma y personal capacitado',
      'Minería ilegal en áreas protegidas: alertas por satélite que lleguen al guardaparque',
    ],
    offers: [
      'Protocolos de consulta previa con pueblos indígenas, probados en doce comunidades',
      'Papas nativas: conservación in situ y bancos comunitarios de semillas',
    ],
  },
  {
    name: 'Mariela Quesada',
    country: 'cr',
    lang: 'es',
    needs: ['Polinizadores: línea de base de abejas silvestres y talleres para agricultores'],
    offers: [
      'Pago por servicios ambientales: 25 años de contratos, leyes y cifras',
      'Costeo de la estrategia nacional con BIOFIN: plantillas y una experta por dos semanas',
    ],
  },
  {
    name: 'رانيا الخصاونة',
    country: 'jo',
    lang: 'ar',
    needs: [
      'تدريب على رصد الطيور المهاجرة في الأراضي الرطبة',
      'خبير في تقدير تكاليف الاستراتيجية الوطنية للتنوع البيولوجي وإعداد خطة التمويل',
    ],
    offers: ['إدارة المحميات الطبيعية بمشاركة المجتمعات المحلية والسياحة البيئية'],
  },
  {
    name: 'يوسف بنجلون',
    country: 'ma',
    lang: 'ar',
    needs: ['مؤشرات بسيطة لقياس التقدم نحو الأهداف الوطنية للتنوع البيولوجي'],
    offers: ['إعادة تأهيل المراعي مع الرعاة وفق عرف «أكدال»: زيارات ميدانية'],
  },
  {
    name: 'Salma Oukacha',
    country: 'ma',
    lang: 'fr',
    needs: [],
    offers: ['Oiseaux d’eau: protocole de suivi des zones humides et équipe de formateurs (arabe, français)'],
  },
  {
    name: 'منى عبد الحميد',
    country: 'eg',
    lang: 'ar',
    needs: [
      'الأنواع الغريبة الغازية في البحر: نظام إنذار مبكر وطرق مكافحة',
      'إدماج التنوع البيولوجي في السياسات الزراعية: أمثلة ناجحة',
    ],
    offers: ['بنك جينات للنباتات البرية والطبية، ونستقبل متدربين لمدة شهر'],
  },
  {
    name: 'Айгуль Сериккызы',
    country: 'kz',
    lang: 'ru',
    needs: ['Как вовлечь местные общины в управление пастбищами? Ищем практический опыт'],
    offers: [
      'Индикаторы опустынивания по спутниковым снимкам: готовы обучать аналитиков',
      'Мониторинг сайгака: авиаучёт, спутниковые ошейники, полевая школа',
    ],
  },
  {
    name: 'Бакыт Осмонов',
    country: 'kg',
    lang: 'ru',
    needs: [
      'Обучение экономической оценке экосистемных услуг горных лесов',
      'Нужен юрист по доступу к генетическим ресурсам и совместному использованию выгод',
    ],
    offers: ['Снежный барс: база данных фотоловушек и программа общинных смотрителей'],
  },
  {
    name: 'Celeste Macuácua',
    country: 'mz',
    lang: 'pt',
    needs: [
      'Planeamento do espaço marinho: formação e dados para a costa norte',
      'Bancos de sementes comunitários: como começar e como mantê-los',
    ],
    offers: ['Monitoria de tartarugas marinhas por comunidades costeiras'],
  },
  {
    name: 'Rafael Tavares',
    country: 'br',
    lang: 'pt',
    needs: ['Erradicação de ratos e cabras em ilhas oceânicas: quem já conseguiu?'],
    offers: [
      'Alertas de desmatamento por satélite quase em tempo real, código aberto',
      'Lei de acesso a recursos genéticos e repartição de benefícios: textos e juristas',
    ],
  },
  {
    name: '陈雪梅',
    country: 'cn',
    lang: 'zh',
    needs: ['希望了解当地社区参与保护地管理的做法', '如何让企业公开其对生物多样性的影响和依赖？'],
    offers: [
      '红树林遥感监测方法，每年提供六个培训名额',
      '野生传粉昆虫调查规程和识别手册，可派专家',
    ],
  },
]

/** What the sample wall is filled with: needs and offers that partly meet across languages, and partly find nobody. */
export const SAMPLE_NOTES: readonly SampleNote[] = DELEGATES.flatMap(({ needs, offers, ...corner }) => [
  ...needs.map((text) => ({ kind: 'need' as const, text, ...corner })),
  ...offers.map((text) => ({ kind: 'offer' as const, text, ...corner })),
])
